import { describe, expect, test } from 'vitest'
import { seenChanges } from '../../src/archive/seen-changes.ts'
import { readers } from '../../src/domain/audience.ts'
import type { Story } from '../../src/domain/story.ts'
import { storyText } from '../rig/site-data.ts'
import { at, newsroomOf } from '../rig/small-newsroom.ts'

const folder = 'content/stories/2024/10/24'
const story = (fields = {}, name = 'storm', body?: string): Story => {
  const file = `${folder}/${name}.md`
  const [made] = newsroomOf({ [file]: storyText(fields, body) }).stories
  if (made === undefined) throw new Error('no story')
  return made
}
const viewpoint = (time: string) => ({ now: at(time), audience: readers, timezone: 'Asia/Kolkata' })
const [noon, evening] = [viewpoint('2024-10-24T12:00:00+05:30'), viewpoint('2024-10-24T20:00:00+05:30')]
const what = (...changes: (readonly [Story | null, Story | null])[]) =>
  seenChanges(
    changes.map(([before, after]) => ({ file: (after ?? before)?.file ?? '', before, after })),
    noon,
    evening,
  ).map(({ url, movedFrom, kinds }) => [url, ...kinds, ...(movedFrom === null ? [] : [movedFrom])].join(' '))

const url = '/world/2024/10/24/storm/'
const at18 = '2024-10-24T18:00:00+05:30'

describe('What readers see become of a story', () => {
  test.each<[string, Story | null, Story | null, readonly string[]]>([
    ['that is new', null, story(), [`${url} live`]],
    ['that was a draft', story({ draft: 'true' }), story(), [`${url} live`]],
    ['whose embargo has passed', story({ embargo: at18 }), story({ embargo: at18 }), [`${url} live`]],
    ['that stays a draft', story({ draft: 'true' }), story({ draft: 'true', title: 'Another' }), []],
    ['that stays as it is', story(), story(), []],
    ['that is a draft again', story(), story({ draft: 'true' }), [`${url} gone`]],
    ['whose update was dated ahead', story({ updated: at18 }), story({ updated: at18 }), [`${url} updated`]],
    [
      'that says something else',
      story(),
      story({ summary: 'It says something else than it said before.' }),
      [`${url} changed`],
    ],
    [
      'that is taken back by the clock',
      story({ withdrawn: `{ date: ${at18}, reason: No storm. }` }),
      story({ withdrawn: `{ date: ${at18}, reason: No storm. }` }),
      [`${url} withdrawn`],
    ],
    [
      'that comes back',
      story({ withdrawn: '{ date: 2024-10-24T11:00:00+05:30, reason: No storm. }' }),
      story(),
      [`${url} live`],
    ],
    [
      'with a new correction and an update',
      story(),
      story({ updated: at18, corrections: `[{ date: ${at18}, text: No storm. }]` }),
      [`${url} corrected updated`],
    ],
    [
      'with a new entry',
      story({ live: 'true' }),
      story({ live: 'true' }, 'storm', `::: entry ${at18} The port is shut\nNobody left.\n:::\n`),
      [`${url} updated`],
    ],
  ])('%s', (_what, before, after, seen) => {
    expect(what([before, after])).toEqual(seen)
  })

  test('whose file has another name is that it moved, where the address leads on', () => {
    const renamed = story({ aliases: `[${url}]` }, 'gale')
    expect(what([story(), null], [null, renamed])).toEqual([`/world/2024/10/24/gale/ moved ${url}`])
    expect(what([story(), null], [null, story({ slug: 'storm' }, 'gale')])).toEqual([])
    expect(what([story(), null], [null, story({}, 'gale')])).toEqual([
      `${url} gone`,
      '/world/2024/10/24/gale/ live',
    ])
  })
})
