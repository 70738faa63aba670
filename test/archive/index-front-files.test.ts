import { expect, test } from 'vitest'
import { indexFrontFiles } from '../../src/archive/index-front-files.ts'
import { readers } from '../../src/domain/audience.ts'
import type { Files } from '../rig/site-folder.ts'
import { at, newsroomOf, storyAt, tablesOf } from '../rig/small-newsroom.ts'

const now = at('2024-10-24T12:00:00+05:30')
const viewpoint = { now, audience: readers, timezone: 'Asia/Kolkata' }
const files: Files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { aliases: '[/old/storm/]' }),
  ...storyAt('2024-10-24T18:00:00+05:30', 'evening'),
  ...storyAt('2024-10-24T07:00:00+05:30', 'idea', { draft: 'true' }),
  ...storyAt('2024-10-23T07:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-10-23T08:00:00+05:30, reason: It was wrong from the first word on. }',
  }),
}
const pinned = (names: readonly string[]): Files => ({
  ...files,
  'content/front.md': `---\npinned:\n${names.map(name => `- ${name}\n`).join('')}---\n`,
})
const indexed = (some: Files) => {
  const valid = newsroomOf(some)
  const tables = tablesOf(valid, now)
  return { tables, ...indexFrontFiles(tables, valid.fronts, viewpoint) }
}

test('a front knows its stories by address, by an old one, by path and by file', () => {
  const names = [
    '/world/2024/10/24/storm/',
    '/old/storm',
    '2024/10/24/storm',
    'content/stories/2024/10/24/storm.md',
  ]
  const { tables, warnings } = indexed(pinned(names))
  const file = 'content/stories/2024/10/24/storm.md'
  expect(tables.get('frontFiles', '')?.pinned.map(placed => placed.file)).toEqual(names.map(() => file))
  expect(warnings).toEqual([])
})

test('an editor hears of stories that the front lacks, each where it is named', () => {
  const { warnings } = indexed(
    pinned(['2024/10/24/evening', '2024/10/24/idea', '2024/10/23/gone', '2024/10/24/strom']),
  )
  expect(
    warnings.map(({ code, severity, message, location: { line } }) => [line, severity, code, message]),
  ).toEqual([
    [3, 'warning', 'front-story-hidden', '“About evening” is not on this front: its time has not come'],
    [4, 'warning', 'front-story-hidden', '“About idea” is not on this front: it is a draft'],
    [5, 'warning', 'front-story-hidden', '“About gone” is not on this front: it was withdrawn'],
    [6, 'warning', 'front-story-unknown', 'no story is at “2024/10/24/strom”'],
  ])
})

test('only fronts of which something else is said count as changed', () => {
  const some = {
    ...pinned(['2024/10/24/storm']),
    'content/fronts/world.md': '---\nhide: [/old/storm/]\n---\n',
  }
  const { tables } = indexed(some)
  const valid = newsroomOf({ ...some, 'content/front.md': '---\n---\nHello.\n' })
  const again = indexFrontFiles(tables, valid.fronts, viewpoint)
  expect(again.changed.map(({ file }) => file)).toEqual(['content/front.md'])
  expect(indexFrontFiles(tables, [], viewpoint).changed).toHaveLength(2)
  expect(tables.get('frontFiles', '')).toBeUndefined()
})
