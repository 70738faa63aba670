import { describe, expect, test } from 'vitest'
import { findBrokenTargets, viewOfBrokenTargets } from '../../../src/check/links/broken-targets.ts'
import { createSiteView } from '../../../src/check/links/site-view.ts'
import { readers } from '../../../src/domain/audience.ts'
import type { KeptBack } from '../../../src/domain/kept-back.ts'
import { type Made, outputKey } from '../../../src/store/output.ts'
import { editTables } from '../../../src/store/tables.ts'
import { zone } from '../../rig/site-data.ts'
import { at, newsroomOf, storyAt, tablesOf } from '../../rig/small-newsroom.ts'

const viewpoint = { now: at('2024-11-10T00:00:00Z'), audience: readers, timezone: zone } as const

const page = (ids: readonly string[]): Made => ({
  by: 'page',
  kind: 'front',
  key: null,
  url: '/',
  file: null,
  layoutDigest: '',
  dataDigest: '',
  ids,
})
const outputs: Readonly<Record<string, Made>> = {
  'index.html': page([]),
  'world/index.html': page(['top', 'größe']),
  'Archive/index.html': page([]),
  'about/index.html': { by: 'template', url: '/about/', ids: ['team'] },
  'list.txt': { by: 'template', url: '/list.txt', ids: null },
  'files/report.pdf': { by: 'copy', from: 'content/static/files/report.pdf' },
}

const tables = editTables(
  tablesOf(
    newsroomOf({
      ...storyAt('2024-10-24T09:00:00+05:30', 'draft', { draft: 'true' }),
      ...storyAt('2024-10-24T10:00:00+05:30', 'held', {
        embargo: '2036-01-01T00:00:00Z',
        aliases: '[/old/]',
      }),
      ...storyAt('2024-10-24T11:00:00+05:30', 'live'),
    }),
    viewpoint.now,
  ),
)
for (const [path, made] of Object.entries(outputs))
  tables.set('outputs', outputKey(path), { path, digest: '', made })
const kept = (file: string, shown: KeptBack['shown']): KeptBack => ({ file, shown, url: null, problems: [] })
tables.set('keptBack', 'all', [
  kept('content/stories/2024/10/24/wrong.md', 'nothing'),
  kept('content/stories/2024/10/24/begun.md', 'ahead'),
  kept('content/stories/2024/10/24/known.md', 'last'),
  kept('content/pages/contact.md', 'nothing'),
])
tables.set('lists', 'templates', ['about/index.html', 'list.txt'])

const broken = (...targets: readonly string[]) => findBrokenTargets(targets, tables, viewpoint)

describe('Places that are there', () => {
  test.each([
    'index.html',
    'world/index.html',
    'world/index.html#top',
    'world/index.html#größe',
    'about/index.html#team',
    'files/report.pdf',
    'files/report.pdf#page=3',
    'list.txt#anywhere',
  ])('%s', target => expect(broken(target)).toBeNull())

  test('and none at all', () => expect(broken()).toBeNull())
})

describe('Places that are not', () => {
  test.each([
    'nowhere/index.html',
    'nowhere/index.html#top',
    'world',
    'archive/index.html',
    'files/Report.pdf',
  ])('nothing stands at %s', target => {
    const output = target.replace(/#.*/, '')
    expect(broken(target)).toMatchObject({ missing: new Map([[output, null]]), idsOf: new Map() })
  })

  test('a page without the place that is asked for: the places that it has are named', () => {
    expect(broken('world/index.html#bottom', 'world/index.html', 'about/index.html#Team')).toEqual({
      missing: new Map(),
      nearest: new Map(),
      idsOf: new Map([
        ['world/index.html', ['top', 'größe']],
        ['about/index.html', ['team']],
      ]),
    })
  })

  test.each([
    ['world/2024/10/24/draft/index.html', 'content/stories/2024/10/24/draft.md is a draft'],
    [
      'world/2024/10/24/held/index.html',
      'content/stories/2024/10/24/held.md is held until 2036-01-01T05:30:00+05:30',
    ],
    ['world/2024/10/24/draft/index.json', 'content/stories/2024/10/24/draft.md is a draft'],
    ['old/index.html', 'content/stories/2024/10/24/held.md is held until 2036-01-01T05:30:00+05:30'],
    [
      'world/2024/10/24/wrong/index.html',
      'content/stories/2024/10/24/wrong.md is kept back until its problems are mended',
    ],
    [
      'world/2024/10/24/begun/index.html',
      'content/stories/2024/10/24/begun.md is not out yet, and has problems',
    ],
    ['world/2024/10/25/wrong/index.html', null],
    ['world/2024/10/24/known/index.html', null],
    ['contact/index.html', 'content/pages/contact.md is kept back until its problems are mended'],
    // It stands at …/live/: the link is wrong, and not the story.
    ['world/2024/10/24/live', null],
  ])('%s, and why not: %s', (output, why) => {
    expect(broken(output)?.missing).toEqual(new Map([[output, why]]))
  })
})

describe('Another thread, which knows only what is broken,', () => {
  const targets = ['nowhere/index.html', 'abuot/index.html', 'world/index.html#bottom', 'old/index.html']
  const mine = createSiteView(tables, viewpoint)
  const others = viewOfBrokenTargets(structuredClone(broken(...targets)))

  test.each([...targets.map(target => target.replace(/#.*/, '')), 'world/index.html'])(
    'sees the same at %s',
    output => {
      expect(others.idsAt(output)).toEqual(mine.idsAt(output))
      expect(others.whyMissing(output)).toBe(mine.whyMissing(output))
    },
  )

  test('sees what may have been meant', () => {
    expect(mine.nearest('abuot/index.html')).toBe('/about/')
    expect(others.nearest('abuot/index.html')).toBe('/about/')
    expect(mine.nearest('nowhere/index.html')).toBeNull()
    expect(others.nearest('nowhere/index.html')).toBeNull()
  })

  test('takes all other places for sound', () => {
    expect(others.idsAt('about/index.html')).toBeNull()
    expect(viewOfBrokenTargets(null).idsAt('nowhere/index.html')).toBeNull()
  })
})
