import { describe, expect, test } from 'vitest'
import { createLeakCheck } from '../../../src/check/leaks/leak-check.ts'
import { editors } from '../../../src/domain/audience.ts'
import type { Instant } from '../../../src/domain/instant.ts'
import { storyText } from '../../rig/site-data.ts'
import { checkPages, lines, whereAndWhat } from '../check-pages.ts'

const hiddenFile = 'content/stories/2024/10/24/talks.md'
const hiddenUrl = '/world/2024/10/24/talks/'
const hiddenId = 'tag:bulletin.example,2024-10-24:talks'
const draft = { draft: 'true' }
const withdrawn = { withdrawn: '{ date: 2024-10-25T10:00:00+05:30, reason: It was not so. }' }
const headline = 'Minister to resign on Monday'
const inYaml = (text: string) => `'${text.replaceAll("'", "''")}'`

const story = (fields: Record<string, string>, title = headline) => ({
  [hiddenFile]: storyText({ title: inYaml(title), ...fields }),
})

/** What is found when a page says this on its second line, behind three characters. */
const saying = (words: string, stories = story(draft), url = '/about/') =>
  checkPages({ stories, pages: { [url]: lines('<h1>About</h1>', `<p>${words}</p>`) } })

const leak = ['staging/about/index.html:2:4 story-leaked']

describe('nothing of a hidden story may stand on a page', () => {
  test('a page that says nothing of it is let through', () => {
    expect(saying('All is quiet.')).toEqual([])
  })

  test.each([
    ['headline', headline],
    ['summary', 'Ships move again at noon, says the harbour master, after two days.'],
    ['address', hiddenUrl],
  ])('its %s', (_, words) => expect(whereAndWhat(saying(words))).toEqual(leak))

  test('its identifier in a feed', () => {
    const pages = { '/list.xml': lines('<items>', `<guid>${hiddenId}</guid>`, '</items>') }
    expect(whereAndWhat(checkPages({ pages, stories: story(draft) }))).toEqual([
      'staging/list.xml:2:6 story-leaked',
    ])
  })

  test('the message names the file and its state, and the words are marked', () => {
    const [problem] = saying(headline, story({ embargo: '2026-01-01T00:00:00Z' }))
    expect(problem?.message).toBe(`/about/: “${headline}” appears here, but ${hiddenFile} is held`)
    expect(problem?.location.length).toBe(headline.length)
  })

  const hostile = `Tom & Ana's "talks" <off> \\ on`
  test.each([
    ['as it is', hostile],
    ['escaped by a layout', 'Tom &amp; Ana&#39;s &quot;talks&quot; &lt;off&gt; &#92; on'],
    ['escaped by markdown', `Tom &amp; Ana's &quot;talks&quot; &lt;off&gt; \\ on`],
    ['escaped for JSON', 'Tom \\u0026 Ana\'s \\"talks\\" \\u003coff\\u003e \\\\ on'],
    ['escaped for XML', 'Tom &#x26; Ana&#x27;s &#x22;talks&#x22; &#x3C;off&#x3E; \\ on'],
  ])('a headline full of special characters, %s', (_, written) => {
    expect(whereAndWhat(saying(written, story(draft, hostile)))).toEqual(leak)
  })

  test('a headline with characters that mean something in a pattern is taken by the letter', () => {
    const odd = 'What? (A [new] {plan}) costs $3.50 + tax*'
    expect(whereAndWhat(saying(odd, story(draft, odd)))).toEqual(leak)
    expect(saying('What? (A [new] {plan}) costs $3x50 + tax*', story(draft, odd))).toEqual([])
  })

  test('a headline of a word or two may stand anywhere by chance', () => {
    expect(saying('A storm warning', story(draft, 'Storm warning'))).toEqual([])
  })

  test('a summary that a live story has too is no secret', () => {
    const live = 'content/stories/2024/10/23/other-talks.md'
    const stories = { ...story(draft), [live]: storyText({ date: '2024-10-23T09:30:00+05:30' }) }
    const words = 'Ships move again at noon, says the harbour master, after two days.'
    expect(saying(words, stories)).toEqual([])
  })

  test('a headline that a live story bears too is no secret', () => {
    const live = 'content/stories/2024/10/23/other-talks.md'
    const stories = {
      ...story(draft),
      [live]: storyText({ title: headline, date: '2024-10-23T09:30:00+05:30' }),
    }
    expect(saying(headline, stories)).toEqual([])
  })
})

test('a headline within a longer text of a live story is no secret, in what a feed says of itself neither', () => {
  const check = createLeakCheck([{ text: headline, file: hiddenFile, state: 'held' }])
  const page = (content: string) => ({ url: '/live/atom.xml', output: 'live/atom.xml', content })
  const plan = (description: string) =>
    ({ data: { feed: { description } } }) as unknown as Parameters<typeof check>[1]
  const longer = `${headline}, says a friend`
  const feed = page(`<subtitle>${longer}</subtitle>`) as Parameters<typeof check>[0]
  expect(check(feed, plan(longer))).toEqual([])
  expect(check(feed, plan('Another'))).toHaveLength(1)
  expect(check(page(`<p>${headline}</p>`) as Parameters<typeof check>[0], plan(longer))).toHaveLength(1)
})

describe('when a story may be seen', () => {
  const at = (now: number) =>
    checkPages({
      stories: story({ embargo: '2024-10-24T12:00:00+05:30' }),
      pages: { '/about/': `<p>${headline}</p>` },
      now: now as Instant,
    }).length

  test('a held headline is a leak to the second', () => {
    const release = Date.UTC(2024, 9, 24, 6, 30)
    expect(at(release - 1000)).toBe(1)
    expect(at(release)).toBe(0)
  })

  test('editors see everything in the preview', () => {
    const pages = { '/about/': `<p>${headline}</p>` }
    expect(checkPages({ stories: story(draft), pages, audience: editors })).toEqual([])
  })
})

describe('a withdrawn story', () => {
  test('may be linked to: its tombstone tells readers what happened', () => {
    const pages = {
      '/about/': `<p>We withdrew <a href="${hiddenUrl}">a story</a>.</p>`,
      [hiddenUrl]: '<h1>Withdrawn</h1>',
    }
    expect(checkPages({ pages, stories: story(withdrawn) })).toEqual([])
  })

  test('is named nowhere, not even by its tombstone', () => {
    expect(saying(headline, story(withdrawn), hiddenUrl)).not.toEqual([])
    expect(whereAndWhat(saying(headline, story(withdrawn)))).toEqual(leak)
  })

  test('leaves the feeds', () => {
    const pages = { '/list.xml': `<guid>${hiddenId}</guid>` }
    expect(whereAndWhat(checkPages({ pages, stories: story(withdrawn) }))).toEqual([
      'staging/list.xml:1:6 story-leaked',
    ])
  })
})
