import { describe, expect, test } from 'vitest'
import { checkSitemap } from '../../../src/check/standards/check-sitemap.ts'
import { readXml } from '../../../src/check/xml/read-xml.ts'
import { groupsAt } from '../../../src/check/xml/xml-groups.ts'
import { lines } from '../check-pages.ts'
import { context, faultsIn, replaced } from './faults-in.ts'

const sitemap = lines(
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
  '<url><loc>https://bulletin.example/storm/</loc><lastmod>2024-10-24T09:30:00+05:30</lastmod></url>',
  '<url><loc>https://bulletin.example/calm/</loc>',
  '<news:news><news:publication><news:name>News</news:name><news:language>en</news:language></news:publication>',
  '<news:publication_date>2024-10-23T05:30:01+05:30</news:publication_date><news:title>Calm</news:title></news:news></url>',
  '</urlset>',
)

const faults = (xml: string) => {
  const { elements } = readXml(xml)
  return faultsIn(xml, checkSitemap(xml, elements, groupsAt(elements, 'urlset/url'), context))
}
const found = (from: string, to: string) => faults(replaced(sitemap, from, to))

test('a sound sitemap is let through, an empty one is not', () => {
  expect(faults(sitemap)).toEqual([])
  expect(faults('<urlset></urlset>')).toEqual(['1 a sitemap must have an entry at least (sitemaps.org)'])
})

describe('an address', () => {
  const message = (url: string) =>
    `2 the address ${url} must be on this site and shorter than 2,048 characters (sitemaps.org)`

  test.each([
    'https://elsewhere.example/storm/',
    'http://bulletin.example/storm/',
    'https://bulletin.example.net/storm/',
    '/storm/',
    `https://bulletin.example/${'x'.repeat(2048 - 25)}`,
  ])('is not %s', url => expect(found('https://bulletin.example/storm/', url)).toEqual([message(url)]))

  test('may have 2,047 letters', () => {
    expect(
      found('https://bulletin.example/storm/', `https://bulletin.example/${'x'.repeat(2047 - 25)}`),
    ).toEqual([])
  })
})

test.each(['name', 'language', 'publication_date', 'title'])('a story in the news needs a %s', name => {
  const without = sitemap.replace(new RegExp(`<news:${name}>[^<]*</news:${name}>`), '')
  expect(faults(without)).toEqual([`3 a story needs exactly one news:${name} (Google News)`])
})

describe('a time', () => {
  test.each(['2024-10-24', 'Thu, 24 Oct 2024 09:30:00 +0530', '2024-10-24T04:00:00Z', 'then'])(
    'is not %s',
    wrong => {
      expect(found('2024-10-24T09:30:00+05:30', wrong)).toEqual([
        `2 lastmod is “${wrong}”, not a time such as 2024-10-24T09:30:00+05:30 (sitemaps.org)`,
      ])
      expect(found('2024-10-23T05:30:01+05:30', wrong)).toContain(
        `5 news:publication_date is “${wrong}”, not a time such as 2024-10-24T09:30:00+05:30 (sitemaps.org)`,
      )
    },
  )

  test('of news is of the last two days', () => {
    expect(found('2024-10-23T05:30:01', '2024-10-23T05:30:00')).toEqual([
      '5 the story of 2024-10-23T05:30:00+05:30 is more than two days old (Google News)',
    ])
  })
})

describe('a sitemap has at most', () => {
  const many = (count: number, entry: string) => `<urlset>${entry.repeat(count)}</urlset>`
  const address = '<url><loc>https://bulletin.example/</loc></url>'

  test('50,000 entries', () => {
    expect(faults(many(50_000, address))).toEqual([])
    expect(faults(many(50_001, address))).toEqual([
      '1 a sitemap may have at most 50,000 entries, not 50001 (sitemaps.org)',
    ])
  })

  test('1,000 stories that are news', () => {
    const said = ['name>News', 'language>en', 'publication_date>2024-10-24T09:30:00+05:30', 'title>Storm']
      .map(each => `<news:${each}</news:${each.split('>')[0]}>`)
      .join('')
    const named = `<url><loc>https://bulletin.example/</loc>${said}</url>`
    const xml = (count: number) =>
      many(count, named).replace(
        '<urlset>',
        '<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
      )
    expect(faults(xml(1000))).toEqual([])
    expect(faults(xml(1001))).toEqual([
      '1 a news sitemap may have at most 1,000 stories, not 1001 (Google News)',
    ])
  })

  test('50 MB', () => {
    const [loc] = readXml('<loc>https://bulletin.example/</loc>').elements
    const elements = loc ? [loc] : []
    const xml = (bytes: number) => `<urlset>${'é'.repeat(bytes / 2)}`
    expect(checkSitemap(xml(52_428_792), elements, [], context)).toEqual([])
    expect(checkSitemap(xml(52_428_794), elements, [], context)).toMatchObject([
      { message: 'a sitemap may not be larger than 50 MB (sitemaps.org)' },
    ])
  })
})
