// Eleventy itself builds an archive that holds what Eleventy sites do with addresses, and hide.

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../rig/site-folder.ts'
import type { Files } from '../archive-on-disk.ts'
import { holdTo, type Judged, judge, storyFile } from './referee.ts'

const program = join(projectRoot, 'node_modules/@11ty/eleventy/cmd.cjs')

const eleventy = (archive: Files, basePath: string): Judged =>
  judge(archive, {
    program: process.execPath,
    args: (_, out) => [program, '--quiet', '--output', out],
    basePath,
  })

const config = `
module.exports = config => {
  config.addFilter('day', (date, format) => date.toISOString().slice(0, 10).replaceAll('-', format === 'yyyy/MM/dd' ? '/' : '.'))
  config.addPreprocessor('drafts', '*', data => { if (data.wip && process.env.HOME !== 'x') return false })
  config.ignores.add('src/ignored/**')
  return { pathPrefix: '/news/', dir: { input: 'src' }, markdownTemplateEngine: 'njk' }
}
`
const dated = 'title: A title & more\ndate: 2021-03-01\n'

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is a program of the archive.
const fromFields = 'data => `/p/${data.page.fileSlug}/`'

const archive: Files = {
  'eleventy.config.cjs': config,
  '.eleventyignore': 'src/left\n# a word\n./src/gone.md\n',
  'src/posts/posts.json': '{ "tags": ["posts"], "author": "Asha Rao" }',
  'src/posts/2021-03-01-one.md': storyFile('title: One\n'),
  'src/posts/posts.md': storyFile(dated),
  'src/posts/own/index.md': storyFile(dated),
  'src/posts/no.md': storyFile(`${dated}permalink: false\n`),
  'src/posts/page.html': storyFile(`${dated}permalink: page.html\n`),
  'src/posts/build.md': storyFile(`${dated}permalink: { build: "/built/{{ title | slug }}/" }\n`),
  'src/posts/wip.md': storyFile(`${dated}wip: true\n`),
  'src/index-of/2021-03-04-two/index.md': storyFile(`${dated}permalink: "/i/{{ page.fileSlug }}/"\n`),
  'src/stem/2021-03-05-three.md': storyFile(`${dated}permalink: "{{ page.filePathStem }}.html"\n`),
  'src/dated/dated.11tydata.json':
    '{ "permalink": "/blog/{{ page.date | day(\'yyyy/MM/dd\') }}/{{ title | slugify }}/" }',
  'src/dated/2021-03-06-four.md': storyFile('title: "Über C++ & all"\n'),
  'src/dated/deep/2021-03-07-five.md': storyFile('title: Five\npermalink: /five/index.html\n'),
  'src/dated/deep/six.md': storyFile(dated),
  'src/dated/deep/six.11tydata.json': '{ "permalink": "/six/" }',
  'src/internal/internal.json': '{ "permalink": false, "eleventyExcludeFromCollections": true }',
  'src/internal/memo.md': storyFile(dated),
  'src/internal/shown.md': storyFile(`${dated}permalink: /shown/\neleventyExcludeFromCollections: false\n`),
  'src/code/code.11tydata.cjs': `module.exports = { layout: false, eleventyComputed: { permalink: data => { if (data.draft) return false; return '/code/'.concat(data.page.fileSlug, '/') } } }`,
  'src/code/seven.md': storyFile(dated),
  'src/code/eight.md': storyFile(`${dated}draft: true\n`),
  'src/plain/plain.11tydata.cjs': `const data = () => ({ permalink: ${fromFields}, other: Date.now() })\nmodule.exports = data()\n`,
  'src/plain/nine.md': storyFile(`${dated}permalink: /nine/\n`),
  'src/lit/lit.11tydata.cjs': `module.exports = { permalink: ${fromFields}, other: Date.now() }\n`,
  'src/lit/ten.md': storyFile(dated),
  'src/lit/own.md': storyFile(`${dated}permalink: /own-one/\n`),
  'src/laid/eleven.md': storyFile(`${dated}layout: hidden.njk\n`),
  'src/_includes/hidden.njk': '---\npermalink: false\n---\n{{ content | safe }}',
  'src/ignored/twelve.md': storyFile(dated),
  'src/left/thirteen.md': storyFile(dated),
  'src/gone.md': storyFile(dated),
  'outside/fourteen.md': storyFile(dated),
  'src/njk/2021-03-08-fifteen.njk': storyFile('title: Fifteen\n'),
  'src/list.njk': '---\npagination: { data: x, size: 1 }\nx: [1]\ndate: 2021-03-01\n---\nA list.\n',
  'src/feed.liquid': '---\npermalink: /feed.xml\n---\n<feed/>\n',
}

it('Eleventy’s own addresses lead on, and what it hid is a draft, as far as that can be read', () => {
  const judged = eleventy(archive, '/news')
  expect(judged.made.size).toBeGreaterThan(12)
  expect(judged.isPublic.size).toBeGreaterThan(12)
  holdTo(judged)
})
