import { describe, expect, test } from 'vitest'
import { storyFile, storyText, storyUrl } from '../../rig/site-data.ts'
import { checkPages, lines, whereAndWhat } from '../check-pages.ts'

const stories = {
  [storyFile]: storyText({
    updated: '2024-10-25T10:00:00+05:30',
    corrections: '[{ date: 2024-10-26T11:00:00+05:30, text: The harbour master is Ana. }]',
  }),
}
const published = '<time class="published" datetime="2024-10-24T09:30:00+05:30">24 October</time>'
const updated = '<time class="updated" datetime="2024-10-26T11:00:00+05:30">26 October</time>'
const corrected = '<time class="corrected" datetime="2024-10-26T11:00:00+05:30">26 October</time>'
const output = `staging${storyUrl}index.html`

const problemsOf = (...html: string[]) =>
  checkPages({ stories, pages: { [storyUrl]: lines(...html, 'The harbour master is Ana.') } })
const found = (...html: string[]) => whereAndWhat(problemsOf(...html))

describe('the times of a story’s page', () => {
  test('all of its own, in the site’s zone, are let through', () => {
    expect(found(published, updated, corrected)).toEqual([])
  })

  test('a role among other classes counts', () => {
    const styled = published.replace('"published"', '"small published meta"')
    expect(found(styled, updated, corrected)).toEqual([])
  })

  test.each([
    ['published', '2024-10-24T09:30:00+05:30', [updated, corrected]],
    ['updated', '2024-10-26T11:00:00+05:30', [published, corrected]],
    ['corrected', '2024-10-26T11:00:00+05:30', [published, updated]],
  ])('the %s time must be there', (role, time, others) => {
    const problems = problemsOf(...others)
    expect(whereAndWhat(problems)).toEqual([`${output}:1:1 time-missing`])
    expect(problems[0]?.message).toContain(
      `the page does not show its ${role} time ${time} (made from ${storyFile})`,
    )
    expect(problems[0]?.hint).toContain(`<time class="${role}"`)
  })

  test.each([
    ['of no story', '2024-10-24T09:31:00+05:30'],
    ['right, but in another zone', '2024-10-24T04:00:00Z'],
    ['right, but with fractions', '2024-10-24T09:30:00.000+05:30'],
    ['without an offset', '2024-10-24T09:30:00'],
    ['no instant, but the story’s urgency', '1970-01-01T05:30:00.005+05:30'],
    ['on no calendar', '2024-13-45T09:30:00+05:30'],
    ['beyond the calendar', '+275760-09-13T05:30:00+05:30'],
    ['on another day', '2024-10-23'],
    ['empty', ''],
  ])('a time that is %s is found at its place', (_, datetime) => {
    const stray = `<p>Seen at <time datetime="${datetime}">half past nine</time></p>`
    expect(found(published, updated, corrected, stray)).toEqual([`${output}:4:12 time-not-of-story`])
  })

  test('a time without its datetime attribute is found', () => {
    expect(found(published, updated, corrected, '<time>today</time>')).toEqual([
      `${output}:4:1 time-not-of-story`,
    ])
  })

  test.each(['', ' \n ', 'Invalid DateTime', 'undefined', 'NaN:NaN'])(
    'a time with the text “%s” is found',
    text => {
      const unreadable = published.replace('24 October', text)
      const problems = problemsOf(updated, corrected, `<p>${unreadable}</p>`)
      expect(whereAndWhat(problems)).toEqual([`${output}:3:4 time-not-readable`])
      expect(problems[0]?.hint).toContain('readerDateTime')
    },
  )
})

describe('the times of a listing', () => {
  const onFront = (datetime: string) =>
    whereAndWhat(
      checkPages({
        stories,
        pages: {
          '/2024/10/24/': `<time datetime="${datetime}">then</time>`,
          [storyUrl]: `${published}${updated}${corrected}The harbour master is Ana.`,
        },
      }),
    )

  test('may be those of its stories, and the day it is about', () => {
    expect(onFront('2024-10-24T09:30:00+05:30')).toEqual([])
    expect(onFront('2024-10-24')).toEqual([])
  })

  test('may not be others', () => {
    expect(onFront('2024-10-24T09:30:01+05:30')).toEqual([
      'staging/2024/10/24/index.html:1:1 time-not-of-story',
    ])
  })
})

test('a page of the newsroom’s own may show any time: no story is behind it', () => {
  expect(checkPages({ pages: { '/about/': '<p>Since <time datetime="1907">1907</time></p>' } })).toEqual([])
})
