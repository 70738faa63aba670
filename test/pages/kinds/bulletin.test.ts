import { expect, test } from 'vitest'
import { inBulletinOrder } from '../../../src/pages/bulletin-order.ts'
import { contextOf, dataAt, newsroomOf, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const day = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'early'),
  ...storyAt('2024-10-24T20:00:00+05:30', 'late'),
  ...storyAt('2024-10-24T06:00:00+05:30', 'flash', { urgency: '1' }),
  ...storyAt('2024-10-24T22:00:00+05:30', 'trifle', { urgency: '9' }),
}
const curated = (order: string, title = '') => ({
  ...day,
  'content/bulletins/2024-10-24.md': `---\n${title}order: [${order}]\n---\n\nWhat a *day*.\n`,
})
const orderOf = (files: typeof day) => {
  const { archive } = contextOf(newsroomOf(files))
  return archive.storiesOf(inBulletinOrder('2024-10-24', archive)).map(story => story.slug)
}

test('the more urgent stories come first, then the newer ones', () => {
  expect(orderOf(day)).toEqual(['flash', 'late', 'early', 'trifle'])
})

test.each([
  ['early', ['early', 'flash', 'late', 'trifle']],
  ['trifle, early', ['trifle', 'early', 'flash', 'late']],
  ['trifle, late, early, flash', ['trifle', 'late', 'early', 'flash']],
  ['', ['flash', 'late', 'early', 'trifle']],
])('an editor’s order [%s] goes before urgency, the rest follows', (order, slugs) => {
  expect(orderOf(curated(order))).toEqual(slugs)
})

test('a story that an editor put first, but is held back, leaves no gap', () => {
  const held = storyAt('2024-10-24T21:00:00+05:30', 'held', { embargo: '2035-01-01T00:00:00Z' })
  const data = dataAt(planOf({ ...curated('held, early'), ...held }), '/2024/10/24/')
  expect(urlsOf(data.bulletin.cards)[0]).toBe('/world/2024/10/24/early/')
  expect(JSON.stringify(data)).not.toContain('held')
})

test('a bulletin has its editor’s title and introduction, or its day and none', () => {
  const named = dataAt(planOf(curated('early', 'title: Storm day\n')), '/2024/10/24/')
  expect(named.meta.title).toBe('Storm day')
  expect(named.body).toBe('What a *day*.')
  const plain = dataAt(planOf(day), '/2024/10/24/')
  expect(plain.meta.title).toBe('Thursday, 24 October 2024')
  expect(plain.body).toBe('')
})

test('a bulletin leads to the bulletins beside it and to its month', () => {
  const files = {
    ...day,
    ...storyAt('2024-09-30T08:00:00+05:30', 'before'),
    ...storyAt('2025-01-01T08:00:00+05:30', 'after'),
  }
  const { bulletin, meta } = dataAt(planOf(files), '/2024/10/24/')
  expect(bulletin.older).toEqual({ name: 'Monday, 30 September 2024', url: '/2024/09/30/' })
  expect(bulletin.newer).toEqual({ name: 'Wednesday, 1 January 2025', url: '/2025/01/01/' })
  expect(urlsOf(meta.crumbs)).toEqual(['/', '/2024/10/'])
})

test('a day whose only story is withdrawn has no bulletin', () => {
  const files = storyAt('2024-10-24T08:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }',
  })
  expect(urlsOf(planOf(files).pages)).not.toContain('/2024/10/24/')
})

test('a description that is cut leaves every emoji whole', () => {
  const files = storyAt('2024-10-24T08:00:00+05:30', 'a', { title: `x${'🚢'.repeat(299)}` })
  const more = storyAt('2024-10-24T09:00:00+05:30', 'b', { title: '🚢'.repeat(300) })
  const { description } = dataAt(planOf({ ...files, ...more }), '/2024/10/24/').meta
  expect(description.isWellFormed()).toBe(true)
  expect([...description]).toHaveLength(300)
})
