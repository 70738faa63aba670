import { expect, test } from 'vitest'
import { at, dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { dateline: 'Seoul', urgency: '2' }, 'It *blew*.\n'),
  ...storyAt('2024-10-25T08:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: It was not so. }',
  }),
  ...storyAt('2024-10-26T08:00:00+05:30', 'draft', { draft: 'true' }),
  ...storyAt('2024-10-26T09:00:00+05:30', 'held', { embargo: '2035-01-01T00:00:00Z' }),
}
const plan = planOf(files)

test('stands beside the page of each live story, whole whatever the feeds hold', () => {
  expect(dataAt(plan, '/world/2024/10/24/storm/index.json')).toMatchObject({
    item: {
      id: 'tag:bulletin.example,2024-10-24:storm',
      url: '/world/2024/10/24/storm/',
      title: 'About storm',
      text: { file: 'content/stories/2024/10/24/storm.md' },
    },
    facts: { dateline: 'Seoul', urgency: 2, words: 2 },
  })
})

test('of a withdrawn story says that it was, when and why, and nothing else of it', () => {
  const { meta: _, ...data } = dataAt(plan, '/world/2024/10/25/gone/index.json')
  expect(data).toEqual({
    item: null,
    withdrawn: {
      id: 'tag:bulletin.example,2024-10-25:gone',
      date: at('2024-10-26T00:00:00Z'),
      reason: 'It was not so.',
    },
  })
})

test('there is none of a draft and of a story that is held', () => {
  expect(urlsOf(plan.pages.filter(({ kind }) => kind === 'story-data'))).toEqual([
    '/world/2024/10/24/storm/index.json',
    '/world/2024/10/25/gone/index.json',
  ])
})
