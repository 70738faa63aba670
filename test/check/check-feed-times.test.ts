import { describe, expect, test } from 'vitest'
import { storyFile, storyText } from '../rig/site-data.ts'
import { checkPages, lines, whereAndWhat } from './check-pages.ts'

const stories = {
  [storyFile]: storyText({ updated: '2024-10-25T10:00:00+05:30' }),
  'content/stories/2024/10/07/cup-final.md': storyText({
    title: 'Cup final',
    date: '2024-10-07T20:15:00+05:30',
    section: 'sport',
  }),
}
const newer = 'Thu, 24 Oct 2024 09:30:00 +0530'
const older = 'Mon, 07 Oct 2024 20:15:00 +0530'
const newest = 'Fri, 25 Oct 2024 10:00:00 +0530'

const feed = (first: string, second = older, built = newest) =>
  lines(
    '<rss><channel>',
    `<lastBuildDate>${built}</lastBuildDate>`,
    `<item><pubDate>${first}</pubDate></item>`,
    `<item><pubDate>${second}</pubDate></item>`,
    '</channel></rss>',
  )
const problemsOf = (xml: string, url = '/rss.xml') => checkPages({ stories, pages: { [url]: xml } })
const found = (xml: string, url?: string) => whereAndWhat(problemsOf(xml, url))

describe('the times of a feed', () => {
  test('those of its stories, newest first, are let through', () => expect(found(feed(newer))).toEqual([]))

  test.each([
    ['a wrong weekday', 'Wed, 24 Oct 2024 09:30:00 +0530'],
    ['no weekday that there is', 'Tho, 24 Oct 2024 09:30:00 +0530'],
    ['no weekday', '24 Oct 2024 09:30:00 +0530'],
    ['a weekday in another language', 'Do, 24 Oct 2024 09:30:00 +0530'],
    ['a one-digit day', older.replace('07', '7')],
    ['a two-digit year', newer.replace('2024', '24')],
    ['no offset', newer.replace(' +0530', '')],
    ['an offset with a colon', newer.replace('+0530', '+05:30')],
    ['the form of sitemaps', '2024-10-24T09:30:00+05:30'],
    ['nothing', ''],
    ['the same instant in another zone', 'Thu, 24 Oct 2024 04:00:00 +0000'],
    ['a second too late', newer.replace(':00 ', ':01 ')],
  ])('%s is found on its line', (_, pubDate) => {
    const [problem] = problemsOf(feed(pubDate))
    expect(problem).toMatchObject({
      code: 'time-not-of-story',
      message: `/rss.xml: pubDate is “${pubDate}”, but the story says ${newer}`,
      place: { file: 'staging/rss.xml', line: 3, column: 15 },
    })
  })

  test.each([
    ['a one-digit day', 'Thu, 4 Oct 2024 09:30:00 +0530'],
    ['a two-digit year', 'Thu, 24 Oct 24 09:30:00 +0530'],
    ['the hour 24', 'Thu, 24 Oct 2024 24:00:00 +0530'],
    ['digits of another script', 'Thu, २४ Oct 2024 09:30:00 +0530'],
  ])('%s is no form of RFC 822 either', (_, pubDate) => {
    expect(found(feed(pubDate))).toContain('staging/rss.xml:3:15 time-not-rfc822')
  })

  test('stories in the wrong order are found at the first one', () => {
    expect(found(feed(older, newer))).toEqual(['staging/rss.xml:3:15 time-not-of-story'])
  })

  test('a lastBuildDate from the clock is found', () => {
    expect(found(feed(newer, older, 'Fri, 24 Oct 2025 05:30:00 +0530'))).toEqual([
      'staging/rss.xml:2:15 time-not-of-story',
    ])
  })

  test('a story without its time is counted', () => {
    const [problem] = problemsOf(feed(newer).replace(`<pubDate>${older}</pubDate>`, ''))
    expect(problem?.message).toBe('/rss.xml: there are 1 of pubDate for 2 stories')
  })

  test('one story too many is found', () => {
    const [problem] = problemsOf(
      feed(newer).replace('</channel>', '<item><pubDate>x</pubDate></item></channel>'),
    )
    expect(problem?.message).toContain('but the story says nothing')
  })
})

describe('the times of a sitemap', () => {
  const updated = '2024-10-25T10:00:00+05:30'
  const cup = '2024-10-07T20:15:00+05:30'
  const inSitemap = (...times: string[]) =>
    found(
      lines('<urlset>', ...times.map(time => `<lastmod>${time}</lastmod>`), '</urlset>'),
      '/sitemaps/2024-10.xml',
    )

  test('are the last changes of its stories, then of their days', () => {
    expect(inSitemap(updated, cup, updated, cup)).toEqual([])
  })

  test.each(['2024-10-24T09:30:00+05:30', '2024-10-07', 'Mon, 07 Oct 2024 20:15:00 +0530'])(
    'and not %s',
    time => {
      expect(inSitemap(updated, time, updated, cup)).toEqual([
        'staging/sitemaps/2024-10.xml:3:9 time-not-of-story',
      ])
    },
  )
})
