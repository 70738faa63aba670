// A publish that goes by what changed makes the bytes that a build of everything would make, or refuses what it would.

import { describe, expect, test } from 'vitest'
import { type Edits, editAndPublish, folder, story } from '../rig/edit-and-publish.ts'
import type { Files } from '../rig/site-folder.ts'

const calm = { date: '2024-10-24T11:00:00+05:30' }

describe('What takes the place of something else stands there', () => {
  const [one, two] = [story('one', { slug: 'first' }), story('two', { ...calm, slug: 'second' })]

  test.each<[string, Files, Edits]>([
    [
      'two stories that swap their addresses',
      { ...one, ...two },
      { ...story('one', { slug: 'second' }), ...story('two', { ...calm, slug: 'first' }) },
    ],
    [
      'a story at the old address of another, which gives it up',
      { ...story('one', { aliases: '[/world/2024/10/24/two/]' }) },
      { ...story('one'), ...story('two', calm) },
    ],
    [
      'an old address where a story stood',
      { ...story('one'), ...story('two', calm) },
      { [`${folder}/two.md`]: null, ...story('one', { aliases: '[/world/2024/10/24/two/]' }) },
    ],
    [
      'a story in the file of another',
      { ...one, ...two },
      {
        [`${folder}/one.md`]: story('two', { ...calm, slug: 'second' })[`${folder}/two.md`] ?? '',
        [`${folder}/two.md`]: null,
      },
    ],
    [
      'a static file where an old address was',
      story('one', { aliases: '[/team/]' }),
      { ...story('one'), 'content/static/team/index.html': '<!doctype html><title>Us</title>\n' },
    ],
    [
      'a page of the newsroom’s own where an old address was',
      story('one', { aliases: '[/team/]' }),
      { ...story('one'), 'content/pages/team.md': '---\ntitle: Team\nsummary: Us.\n---\nUs.\n' },
    ],
    [
      'an old address where a page of the newsroom’s own was',
      { ...story('one'), 'content/pages/team.md': '---\ntitle: Team\nsummary: Us.\n---\nUs.\n' },
      { ...story('one', { aliases: '[/team/]' }), 'content/pages/team.md': null },
    ],
    [
      'an old address in other letter case',
      story('one', { aliases: '[/Old/Name/]' }),
      story('one', { aliases: '[/old/name/]' }),
    ],
    [
      'a story in the other spelling of a byline',
      { ...story('one', { authors: '[José Núñez]' }) },
      { ...story('one', { authors: '[José Núñez]' }), ...story('two', { ...calm, authors: '[Jose Nunez]' }) },
    ],
  ])('%s', async (_what, files, edits) => {
    const { found, expected } = await editAndPublish(files, edits)
    expect(expected.problems).toEqual([])
    expect(found).toEqual(expected)
  })
})

describe('What cannot stand together is refused', () => {
  test.each<[string, Files, Edits]>([
    ['a story at the address of another', story('one'), story('two', { ...calm, slug: 'one' })],
    [
      'an old address that is a story’s',
      story('one'),
      story('two', { ...calm, aliases: '[/World/2024/10/24/One/]' }),
    ],
    [
      'an old address that is a page of the newsroom’s own',
      story('one'),
      story('one', { aliases: '[/about/]' }),
    ],
    ['an old address that is a static file', story('one'), story('one', { aliases: '[/favicon.svg]' })],
    ['an old address below a static file', story('one'), story('one', { aliases: '[/favicon.svg/a/]' })],
    ['an old address that is a section', story('one'), story('one', { aliases: '[/sport/]' })],
    [
      'a static file that is a section',
      story('one'),
      { 'content/static/sport/index.html': '<!doctype html>' },
    ],
    ['a static file that is a folder of pages', story('one'), { 'content/static/world': 'x' }],
    [
      'a page of the newsroom’s own that is a section',
      story('one'),
      { 'content/pages/sport.md': '---\ntitle: Sport\nsummary: Us.\n---\nUs.\n' },
    ],
  ])('%s', async (_what, files, edits) => {
    const { found, expected } = await editAndPublish(files, edits)
    expect(expected.problems.length).toBeGreaterThan(0)
    expect(found.files).toBeNull()
    expect(found.problems.map(problem => problem.split(' ')[1])).toEqual(
      expected.problems.map(problem => problem.split(' ')[1]),
    )
  })
})

describe('In a full build, what went meanwhile goes too', () => {
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><path d="M0 0h9v9H0z"/></svg>\n'
  const shown = story('one', { image: '{ src: p.svg, alt: A ship, credit: Desk }' })

  test.each<[string, Files, Edits]>([
    ['a story', { ...story('one'), ...story('two', calm) }, { [`${folder}/two.md`]: null }],
    ['the last story', story('one'), { [`${folder}/one.md`]: null }],
    ['a story with its picture', { ...shown, [`${folder}/p.svg`]: picture }, { [`${folder}/one.md`]: null }],
    [
      'a picture that no story shows any more',
      { ...shown, [`${folder}/p.svg`]: picture },
      { ...story('one'), [`${folder}/p.svg`]: null },
    ],
    [
      'a static file',
      { ...story('one'), 'content/static/notes.txt': 'x' },
      { 'content/static/notes.txt': null },
    ],
    [
      'a page of the newsroom’s own',
      { ...story('one'), 'content/pages/team.md': '---\ntitle: Team\nsummary: Us.\n---\nUs.\n' },
      { 'content/pages/team.md': null },
    ],
    [
      'the curation of a day',
      { ...story('one'), 'content/bulletins/2024-10-24.md': '---\ntitle: One story\n---\n' },
      { 'content/bulletins/2024-10-24.md': null },
    ],
    ['an old address', story('one', { aliases: '[/old/]' }), story('one')],
    [
      'a section',
      { ...story('one'), '_data/sections.yaml': 'world: { name: World }\narts: { name: Arts }\n' },
      { '_data/sections.yaml': 'world: { name: World }\n' },
    ],
  ])('%s', async (_what, files, edits) => {
    const { found, expected } = await editAndPublish(files, {
      ...edits,
      '_data/weather.yaml': 'today: rain\n',
    })
    expect(expected.problems).toEqual([])
    expect(found).toEqual(expected)
  })
})
