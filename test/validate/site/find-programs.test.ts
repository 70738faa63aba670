import { describe, expect, test } from 'vitest'
import { faultOfOpening } from '../../../src/read/split-front-matter.ts'
import { findPrograms } from '../../../src/validate/site/find-programs.ts'
import { filesInMemory } from '../../rig/small-newsroom.ts'

const codesIn = (file: string, text = '') =>
  findPrograms({ ...filesInMemory({}), content: [file], templates: [{ file, text }] }).map(({ code }) => code)

describe('Below content/ a program may stand in content/pages/ alone:', () => {
  test.each([
    'content/stories/stories.11tydata.js',
    'content/stories/2024/10/24/storm.11tydata.cjs',
    'content/stories/2024/10/24/storm.11tydata.mjs',
    'content/stories/2024/10/24/storm.11tydata.ts',
    'content/stories/2024/10/24/storm.11tydata.json',
    'content/stories/2024/10/24/STORM.11TY.JS',
    'content/bulletins/x.11ty.cjs',
    'content/static/x.11ty.js',
    'content/content.11tydata.js',
    'content/content.json',
    'content/content.yaml',
    'content/Content.js',
    'content/dateline/dateline.json',
    'content/dateline/%2F.11tydata.js',
    'content/_layouts/layouts/story.njk',
    'content/letters/letters.11tydata.js',
    'content/letters/x.11ty.ts',
    '_data/eleventyComputed.json',
    '_data/eleventyComputed.yaml',
    '_data/eleventyComputed/title.json',
    '_data/permalink.json',
    '_data/permalink/build.yaml',
    '_data/templateEngineOverride.json',
    ...[
      'njk',
      'liquid',
      'html',
      'HTM',
      'ejs',
      'hbs',
      'mustache',
      'haml',
      'pug',
      'webc',
      'vue',
      'tsx',
      'mdx',
    ].map(ending => `content/stories/2024/10/24/storm.${ending}`),
  ])('not %s', file => expect(codesIn(file)).toEqual(['program-misplaced']))

  test.each([
    'content/pages/about.11tydata.js',
    'content/pages/team.11ty.js',
    'content/pages/pages.json',
    'content/letters/index.njk',
    '_data/eleventyComputed.js',
    '_data/computed.json',
    '_data/permalinks.json',
    '_data/old/permalink.json',
    'content/static/app.js',
    'content/static/old/index.html',
    'content/static/data.json',
    'content/stories/2024/10/24/storm.md',
    'content/stories/2024/10/24/storm.vtt',
  ])('but %s', file => expect(codesIn(file)).toEqual([]))
})

describe('Front matter is data:', () => {
  test.each([
    '---js\n{ title: "x" }\n---\n',
    '---javascript\n',
    '--- javascript\n',
    '---\tjs \n',
    '---\u00a0js\n',
    '---JS\n',
    '---jsLegacy\n',
    '---node\n',
    '---coffee\n',
    '---toml\n',
    '---js',
    '---js yaml\n',
  ])('%j could be a program, wherever it stands', text => {
    expect(faultOfOpening(text)?.code).toBe('front-matter-program')
    expect(codesIn('content/pages/team.njk', text)).toEqual(['front-matter-program'])
  })

  test.each(['---\ntitle: x\n---\n', '--- \n', '---yaml\n', '--- json\n', '----js\n', 'text\n---js\n', ''])(
    '%j is none',
    text => expect(faultOfOpening(text)).toBe(null),
  )
})
