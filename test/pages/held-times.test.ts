// Where editors see a held story, they see the time at which readers will get it.

import { expect, test } from 'vitest'
import { editors } from '../../src/domain/audience.ts'
import { at, dataAt, planOf, storyAt } from '../rig/small-newsroom.ts'

const embargo = '2024-10-26T06:00:00+05:30'
const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm'),
  ...storyAt('2024-10-24T09:00:00+05:30', 'budget', { embargo, updated: '2024-10-24T10:00:00+05:30' }),
}
const shown = (now: string) => {
  const plan = planOf(files, at(now), [], editors)
  const [card] = dataAt(plan, '/world/2024/10/').listing.days.flatMap(
    ({ cards }: { cards: { url: string }[] }) => cards.filter(({ url }) => url.includes('budget')),
  )
  const { story } = dataAt(plan, '/world/2024/10/24/budget/')
  return [card.date, card.modified, story.date, story.modified]
}

test('on its page and on cards, until it is out', () => {
  expect(shown('2024-10-25T08:00:00+05:30')).toEqual([at(embargo), null, at(embargo), null])
  const [date, updated] = [at('2024-10-24T09:00:00+05:30'), at('2024-10-24T10:00:00+05:30')]
  expect(shown(embargo)).toEqual([date, updated, date, updated])
})
