import { describe, expect, test } from 'vitest'
import { unchangedStories } from '../../src/pipeline/unchanged-stories.ts'
import { at, newsroomOf, storyAt, storyOf, tablesOf } from '../rig/small-newsroom.ts'

const file = (name: string) => `content/stories/2024/10/24/${name}.md`
const tables = tablesOf(
  newsroomOf({
    ...storyAt('2024-10-24T09:00:00+05:30', 'storm', { aliases: '[/Old/Storm.html]' }),
    ...storyAt('2024-10-24T10:00:00+05:30', 'draft', { draft: 'true' }),
    ...storyAt('2024-10-24T11:00:00+05:30', 'gone', {
      withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }',
    }),
    ...storyAt('2024-10-25T09:00:00+05:30', 'tomorrow'),
  }),
  at('2024-11-10T00:00:00Z'),
)
const all = unchangedStories(tables, new Set())
const without = (name: string) => unchangedStories(tables, new Set([file(name)]))

describe('Stories that did not change', () => {
  test('own their addresses, also the old ones', () => {
    expect(all.ownerOf('/world/2024/10/24/storm')).toBe(file('storm'))
    expect(all.ownerOf('/old/storm.html')).toBe(file('storm'))
    expect(all.ownerOf('/world/2024/10/24/draft')).toBe(file('draft'))
    expect(all.ownerOf('/world/2024/10/24/nobody')).toBeUndefined()
  })

  test('can be named by the bulletin of their day, whatever their state', () => {
    expect([...all.slugsOf('2024-10-24')].sort()).toEqual(['draft', 'gone', 'storm'])
    expect(all.slugsOf('2024-10-25')).toEqual(['tomorrow'])
    expect(all.slugsOf('2024-10-26')).toEqual([])
  })

  test('are found by the names of their files, whatever their state', () => {
    for (const name of ['storm', 'draft', 'gone'])
      expect(all.storiesNamed(name)).toMatchObject([{ file: file(name), url: `/world/2024/10/24/${name}/` }])
    expect(all.storiesNamed('nobody')).toEqual([])
    expect(without('storm').storiesNamed('storm')).toEqual([])
  })

  test('share their second with others of their section', () => {
    const same = storyOf({}, '2024-10-24T09:00:00+05:30')
    expect(all.twinOf(same)).toBe(file('storm'))
    expect(all.twinOf({ ...same, section: 'sport' })).toBeUndefined()
    expect(all.twinOf(storyOf({}, '2024-10-24T09:00:01+05:30'))).toBeUndefined()
  })
})

describe('Stories that changed do not count as they were', () => {
  test('their addresses are free', () => {
    expect(without('storm').ownerOf('/world/2024/10/24/storm')).toBeUndefined()
    expect(without('storm').ownerOf('/old/storm.html')).toBeUndefined()
    expect(without('draft').ownerOf('/old/storm.html')).toBe(file('storm'))
  })

  test('their days do not know them', () => {
    expect([...without('storm').slugsOf('2024-10-24')].sort()).toEqual(['draft', 'gone'])
    expect([...without('draft').slugsOf('2024-10-24')].sort()).toEqual(['gone', 'storm'])
  })

  test('their seconds are free', () => {
    expect(without('storm').twinOf(storyOf({}, '2024-10-24T09:00:00+05:30'))).toBeUndefined()
  })
})
