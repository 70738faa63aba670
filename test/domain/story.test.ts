import { expect, test } from 'vitest'
import { modifiedAt } from '../../src/domain/story.ts'
import { at, storyOf } from '../rig/small-newsroom.ts'

const correctedAt = (...dates: string[]) => dates.map(date => ({ date: at(date), text: 'wrong' }))

test.each([
  ['published, when nothing followed', {}, '2024-10-24T04:00:00Z'],
  ['updated', { updated: at('2024-10-24T06:00:00Z') }, '2024-10-24T06:00:00Z'],
  ['corrected', { corrections: correctedAt('2024-10-25T04:00:00Z') }, '2024-10-25T04:00:00Z'],
  [
    'corrected last',
    { corrections: correctedAt('2024-10-27T04:00:00Z', '2024-10-26T04:00:00Z') },
    '2024-10-27T04:00:00Z',
  ],
  [
    'updated, when that came after its correction',
    { updated: at('2024-10-26T04:00:00Z'), corrections: correctedAt('2024-10-25T04:00:00Z') },
    '2024-10-26T04:00:00Z',
  ],
  [
    'corrected, when that came after its update',
    { updated: at('2024-10-25T04:00:00Z'), corrections: correctedAt('2024-10-26T04:00:00Z') },
    '2024-10-26T04:00:00Z',
  ],
])('a story last said something new when it was %s', (_when, changes, instant) => {
  expect(modifiedAt({ ...storyOf(), ...changes })).toBe(at(instant))
})
