// A feed and a sitemap list what was planned, in its order, and say when it last changed.

import { describe, expect, test } from 'vitest'
import { printedAt } from '../../rig/printed-feed.ts'
import { storyText } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at } from '../../rig/small-newsroom.ts'
import { checkPages, lines } from '../check-pages.ts'
import { replaced } from '../standards/faults-in.ts'

const stories: Files = {
  'content/stories/2024/10/24/storm.md': storyText({
    updated: '2024-10-25T10:00:00+05:30',
    image: '{ src: storm.svg, alt: It, credit: Desk }',
  }),
  'content/stories/2024/10/24/cup.md': storyText({
    title: 'Cup final',
    date: '2024-10-24T08:15:00+05:30',
    section: 'sport',
    image: '{ src: cup.svg, alt: It, credit: Desk }',
  }),
}
const [newer, older] = [
  'https://bulletin.example/world/2024/10/24/storm/',
  'https://bulletin.example/sport/2024/10/24/cup/',
]
const now = at('2024-10-25T10:00:00Z')

const faults = (url: string, xml: string) =>
  checkPages({ stories, now, pages: { [url]: xml } })
    .filter(({ code }) => code === 'run-not-as-planned')
    .map(({ message, location }) => `${location.line} ${message.replace(`${url}: `, '')}`)
const found = (url: string, from: string, to: string) =>
  faults(url, replaced(printedAt(stories, url, now), from, to))

/** Files that are lists, and the pattern of their entries. */
const lists = [
  ['/rss.xml', /<item>[\s\S]*?<\/item>\n?/g],
  ['/atom.xml', /<entry>[\s\S]*?<\/entry>\n?/g],
  ['/sitemaps/news.xml', /<url>[\s\S]*?<\/url>\n?/g],
  ['/sitemaps/pictures-2024-10.xml', /<url>[\s\S]*?<\/url>\n?/g],
] as const

describe.each(lists)('%s', (url, entry) => {
  const xml = printedAt(stories, url, now)
  const [first = '', second = '', ...others] = xml.match(entry) ?? []
  const line = xml.slice(0, xml.indexOf(first)).split('\n').length

  test('as its layout prints it is let through', () => {
    expect([first, second]).not.toContain('')
    expect(others).toEqual([])
    expect(faults(url, xml)).toEqual([])
  })

  test('in another order is found, at the first that is in the wrong place', () => {
    const swapped = xml
      .replace(first, () => '{}')
      .replace(second, () => first)
      .replace('{}', () => second)
    expect(faults(url, swapped)).toEqual([`${line} expected ${newer} here, but found ${older}`])
  })

  test('without one of its stories is found', () => {
    expect(faults(url, xml.replace(first, ''))).toEqual([
      `${line} expected ${newer} here, but found ${older}`,
    ])
    expect(faults(url, xml.replace(second, ''))).toEqual(['1 expected 2 entries, but found 1'])
  })

  test('with one of them twice is found', () => {
    const twice = xml.replace(second, () => second + second)
    const length = (first + second).split('\n').length - 1
    expect(faults(url, twice)).toEqual([
      `${line + length} expected no further entry here, but found ${older}`,
    ])
  })
})

test('a JSON feed in another order is found', () => {
  const feed = JSON.parse(printedAt(stories, '/feed.json', now))
  expect(faults('/feed.json', JSON.stringify(feed))).toEqual([])
  expect(faults('/feed.json', JSON.stringify({ ...feed, items: feed.items.toReversed() }))).toEqual([
    `1 expected ${newer} here, but found ${older}`,
  ])
})

describe('when a feed last changed is the last change of its stories', () => {
  const never = (url: string) => printedAt({}, url, now)

  test.each([
    [
      '/rss.xml',
      'rss/channel/lastBuildDate',
      'Fri, 25 Oct 2024 10:00:00 +0530',
      'Fri, 24 Oct 2025 05:30:00 +0530',
    ],
    ['/atom.xml', 'feed/updated', '2024-10-25T10:00:00+05:30', '2025-10-24T05:30:00+05:30'],
  ])('%s', (url, path, right, clock) => {
    const name = path.split('/').at(-1)
    const line = printedAt(stories, url, now).split(`<${name}>`)[0]?.split('\n').length
    expect(found(url, right, clock)).toEqual([
      `${line} expected “${right}” in ${path}, when its stories last changed, but found “${clock}”`,
    ])
    expect(found(url, `<${name}>${right}</${name}>`, '')).toEqual([
      `1 expected “${right}” in ${path}, when its stories last changed, but found none`,
    ])
  })

  test('one without stories has never changed', () => {
    const withoutAny = (url: string, xml: string) =>
      checkPages({ now, pages: { [url]: xml } }).filter(({ code }) => code === 'run-not-as-planned')
    for (const url of ['/rss.xml', '/atom.xml']) expect(withoutAny(url, never(url))).toEqual([])
    const clock = '<lastBuildDate>Fri, 24 Oct 2025 05:30:00 +0530</lastBuildDate></channel>'
    expect(withoutAny('/rss.xml', replaced(never('/rss.xml'), '</channel>', clock))).toMatchObject([
      { message: expect.stringContaining('expected no rss/channel/lastBuildDate, as it has no stories') },
    ])
  })
})

describe('the times of a sitemap', () => {
  const url = '/sitemaps/2024-10.xml'
  const [storm, cup, day] = [
    '2024-10-25T10:00:00+05:30',
    '2024-10-24T08:15:00+05:30',
    '2024-10-25T10:00:00+05:30',
  ]

  test('are the last changes of its stories, then of their days, then of their listings', () => {
    const times = printedAt(stories, url, now).match(/(?<=<lastmod>)[^<]*/g)
    expect(times).toEqual([storm, cup, day, cup, storm])
  })

  test.each(['2024-10-24T09:30:00+05:30', '2024-10-24', 'Thu, 24 Oct 2024 08:15:00 +0530'])(
    'and not %s',
    time => {
      expect(found(url, cup, time)).toEqual([
        `4 expected ${older} with the time ${cup} here, but found ${older} with the time ${time}`,
      ])
      expect(found(url, `<lastmod>${cup}</lastmod>`, '')).toEqual([
        `4 expected ${older} with the time ${cup} here, but found ${older}`,
      ])
    },
  )

  test('also in the index, where the news say none', () => {
    const index = printedAt(stories, '/sitemap.xml', now)
    expect(faults('/sitemap.xml', index)).toEqual([])
    const news = 'https://bulletin.example/sitemaps/news.xml'
    expect(found('/sitemap.xml', `${news}</loc>`, `${news}</loc><lastmod>${cup}</lastmod>`)).toEqual([
      `4 expected ${news} here, but found ${news} with the time ${cup}`,
    ])
  })
})

test('a file that is no list is let through', () => {
  expect(faults('/feeds.opml', printedAt(stories, '/feeds.opml', now))).toEqual([])
  expect(faults('/notes.xml', lines('<notes>', '<note/>', '</notes>'))).toEqual([])
})
