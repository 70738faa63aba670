import { expect, test } from 'vitest'
import { dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const corrected = (...dates: string[]) =>
  `[${dates.map(date => `{ date: ${date}, text: "Wrong at ${date}." }`).join(', ')}]`
const files = {
  ...storyAt('2024-10-01T08:00:00+05:30', 'storm', {
    corrections: corrected('2024-10-02T00:00:00Z', '2024-12-31T18:30:00Z'),
  }),
  ...storyAt('2024-10-01T09:00:00+05:30', 'calm', { corrections: corrected('2024-10-03T00:00:00Z') }),
  ...storyAt('2024-10-01T10:00:00+05:30', 'gone', {
    corrections: corrected('2024-10-04T00:00:00Z'),
    withdrawn: '{ date: 2024-10-05T00:00:00Z, reason: no }',
  }),
}
const plan = planOf(files)
const storiesOf = (data: { corrections: { story: { url: string } }[] }) =>
  data.corrections.map(({ story }) => story.url)

test('the newest corrections stand on one page, each with its story and section', () => {
  const page = dataAt(plan, '/corrections/')
  expect(storiesOf(page)).toEqual([
    '/world/2024/10/01/storm/',
    '/world/2024/10/01/calm/',
    '/world/2024/10/01/storm/',
  ])
  expect(page.corrections[0]).toMatchObject({
    text: 'Wrong at 2024-12-31T18:30:00Z.',
    section: { url: '/world/' },
  })
})

test('all of them stand by the month of the site’s zone, and months lead to each other', () => {
  expect(urlsOf(dataAt(plan, '/corrections/').months)).toEqual([
    '/corrections/2025/01/',
    '/corrections/2024/10/',
  ])
  expect(storiesOf(dataAt(plan, '/corrections/2024/10/'))).toHaveLength(2)
  expect(dataAt(plan, '/corrections/2024/10/')).toMatchObject({
    older: null,
    newer: { url: '/corrections/2025/01/' },
  })
  expect(dataAt(plan, '/corrections/2025/01/')).toMatchObject({
    older: { url: '/corrections/2024/10/' },
    newer: null,
  })
})

test('a withdrawn story has none: its tombstone says enough', () => {
  expect(JSON.stringify(plan.pages.filter(page => page.kind.startsWith('corrections')))).not.toContain('gone')
})

test('a newsroom that was never wrong has the page, and no months', () => {
  const { pages } = planOf({})
  expect(urlsOf(pages.filter(page => page.kind.startsWith('corrections')))).toEqual(['/corrections/'])
})

test('no more than fifty stand on the first page, and none is lost', () => {
  const dates = Array.from(
    { length: 60 },
    (_, minute) => `2024-10-02T00:${String(minute).padStart(2, '0')}:00Z`,
  )
  const many = planOf(storyAt('2024-10-01T08:00:00+05:30', 'storm', { corrections: corrected(...dates) }))
  expect(dataAt(many, '/corrections/').corrections).toHaveLength(50)
  expect(dataAt(many, '/corrections/2024/10/').corrections).toHaveLength(60)
})
