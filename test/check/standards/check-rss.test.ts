import { describe, expect, test } from 'vitest'
import { checkRss } from '../../../src/check/standards/check-rss.ts'
import { readXml } from '../../../src/check/xml/read-xml.ts'
import { groupsAt } from '../../../src/check/xml/xml-groups.ts'
import { lines } from '../check-pages.ts'
import { context, faultsIn, replaced } from './faults-in.ts'

const item = (slug: string) =>
  lines(
    '<item>',
    `<title>${slug}</title>`,
    `<link>https://bulletin.example/${slug}/</link>`,
    `<guid isPermaLink="false">tag:bulletin.example,2024:${slug}</guid>`,
    '<pubDate>Thu, 24 Oct 2024 09:30:00 +0530</pubDate>',
    '<enclosure url="https://bulletin.example/a.jpg" length="9" type="image/jpeg"/>',
    '<description>What is known</description>',
    '<content:encoded><![CDATA[<a href="https://bulletin.example/">us</a>]]></content:encoded>',
    '</item>',
  )

const feed = lines(
  '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
  '<channel>',
  '<title>The Bulletin</title>',
  '<link>https://bulletin.example/</link>',
  '<description>News</description>',
  '<atom:link href="https://bulletin.example/rss.xml" rel="self" type="application/rss+xml"/>',
  '<lastBuildDate>Thu, 24 Oct 2024 09:30:00 +0530</lastBuildDate>',
  item('storm'),
  item('calm'),
  '</channel>',
  '</rss>',
)

const faults = (xml: string) => {
  const { elements } = readXml(xml)
  return faultsIn(xml, checkRss(elements, groupsAt(elements, 'rss/channel/item'), context))
}
const found = (from: string, to: string) => faults(replaced(feed, from, to))

test('a sound feed is let through, also one without items', () => {
  expect(faults(feed)).toEqual([])
  expect(faults(feed.replaceAll(/<item>[\s\S]*<\/item>\n/g, ''))).toEqual([])
})

describe('the channel', () => {
  test.each([
    ['title', '<title>The Bulletin</title>\n'],
    ['link', '<link>https://bulletin.example/</link>\n'],
    ['description', '<description>News</description>\n'],
  ])('needs one %s, with words in it', (name, element) => {
    const wanted = [`1 the channel needs exactly one ${name} (RSS 2.0)`]
    expect(found(element, '')).toEqual(wanted)
    expect(found(element, `${element}${element}`)).toEqual(wanted)
    expect(found(element, `<${name}> </${name}>`)).toEqual(wanted)
  })

  test.each([
    [
      'without one',
      '<atom:link href="https://bulletin.example/rss.xml" rel="self" ',
      '<atom:link rel="hub" href="https://hub.example/" ',
    ],
    [
      'to another address',
      'href="https://bulletin.example/rss.xml"',
      'href="https://bulletin.example/world/rss.xml"',
    ],
    [
      'twice',
      '<lastBuildDate>',
      '<atom:link href="https://bulletin.example/rss.xml" rel="self"/><lastBuildDate>',
    ],
  ])('names itself: not %s', (_, from, to) => {
    expect(found(from, to)).toEqual([
      '1 the channel needs exactly one atom:link with rel="self" and href="https://bulletin.example/rss.xml" (RSS profile, WebSub)',
    ])
  })

  test('has its items last', () => {
    expect(found('</channel>', '<language>en</language>\n</channel>')).toEqual([
      '26 language of the channel must come before its items (RSS profile)',
    ])
  })

  test('has no two items of one guid', () => {
    expect(found('2024:calm', '2024:storm')).toEqual([
      '1 two items have the guid tag:bulletin.example,2024:storm (RSS 2.0)',
    ])
  })
})

describe('an item', () => {
  test.each([
    ['title', '<title>calm</title>\n'],
    ['link', '<link>https://bulletin.example/calm/</link>\n'],
    ['guid', '<guid isPermaLink="false">tag:bulletin.example,2024:calm</guid>\n'],
  ])('needs one %s', (name, element) => {
    const wanted = [`17 an item needs exactly one ${name} (RSS 2.0)`]
    expect(found(element, '')).toEqual(wanted)
    expect(found(element, `${element}${element}`)).toEqual(wanted)
  })

  test('needs one pubDate', () => {
    expect(found('<pubDate>Thu, 24 Oct 2024 09:30:00 +0530</pubDate>\n', '')).toEqual([
      '8 an item needs exactly one pubDate (RSS 2.0)',
    ])
  })

  test('with a guid that is no address says so', () => {
    expect(found('<guid isPermaLink="false">', '<guid>')).toEqual([
      '8 a guid that is not an address needs isPermaLink="false" (RSS 2.0)',
    ])
    expect(
      found('<guid isPermaLink="false">tag:bulletin.example,2024:', '<guid>https://bulletin.example/'),
    ).toEqual([])
  })

  test('has its description before its content', () => {
    const description = '<description>What is known</description>\n'
    expect(found(`${description}<content`, '<content').length).toBe(0)
    const later = replaced(feed, description, '').replace(
      ']]></content:encoded>\n',
      `]]></content:encoded>\n${description}`,
    )
    expect(faults(later)).toEqual(['8 the description must come before content:encoded (RSS profile)'])
  })

  test('has one enclosure at most, with all that one needs', () => {
    const enclosure = '<enclosure url="https://bulletin.example/a.jpg" length="9" type="image/jpeg"/>'
    expect(found(enclosure, '')).toEqual([])
    expect(found(enclosure, enclosure + enclosure)).toEqual([
      '8 an item may have only one enclosure (RSS profile)',
    ])
    for (const attribute of [' length="9"', ' type="image/jpeg"', ' url="https://bulletin.example/a.jpg"'])
      expect(found(enclosure, enclosure.replace(attribute, ''))).toEqual([
        '8 an enclosure needs the attributes url, length and type (RSS 2.0)',
      ])
    expect(found('length="9"', 'length="0"')).toEqual([
      '8 the length of an enclosure must be the number of its bytes (RSS profile)',
    ])
  })

  test('has whole addresses in its text', () => {
    expect(found('href="https://bulletin.example/">us', 'href="/world/">us')).toEqual([
      '8 the address “/world/” is relative: a feed needs full addresses (RSS profile)',
    ])
  })

  test('is not of the future', () => {
    expect(
      found('<pubDate>Thu, 24 Oct 2024 09:30:00 +0530', '<pubDate>Fri, 25 Oct 2024 05:30:01 +0530'),
    ).toEqual(['8 a pubDate is in the future (RSS 2.0)'])
    expect(
      found('<pubDate>Thu, 24 Oct 2024 09:30:00 +0530', '<pubDate>Fri, 25 Oct 2024 05:30:00 +0530'),
    ).toEqual([])
  })
})

describe('a time of a feed is as strict as the standard', () => {
  const time = 'Thu, 24 Oct 2024 09:30:00 +0530'

  test.each([
    ['a wrong weekday', 'Wed, 24 Oct 2024 09:30:00 +0530'],
    ['no weekday that there is', 'Tho, 24 Oct 2024 09:30:00 +0530'],
    ['no weekday', '24 Oct 2024 09:30:00 +0530'],
    ['a weekday in another language', 'Do, 24 Oct 2024 09:30:00 +0530'],
    ['a one-digit day', 'Mon, 7 Oct 2024 09:30:00 +0530'],
    ['a two-digit year', 'Thu, 24 Oct 24 09:30:00 +0530'],
    ['the hour 24', 'Thu, 24 Oct 2024 24:00:00 +0530'],
    ['digits of another script', 'Thu, २४ Oct 2024 09:30:00 +0530'],
    ['no offset', 'Thu, 24 Oct 2024 09:30:00'],
    ['an offset with a colon', 'Thu, 24 Oct 2024 09:30:00 +05:30'],
    ['the form of sitemaps', '2024-10-24T09:30:00+05:30'],
    ['the same instant in another zone', 'Thu, 24 Oct 2024 04:00:00 +0000'],
    ['no time at all', 'soon'],
  ])('not with %s', (_, wrong) => {
    expect(found(`<lastBuildDate>${time}`, `<lastBuildDate>${wrong}`)).toEqual([
      `7 lastBuildDate is “${wrong}”, not a time such as Thu, 24 Oct 2024 09:30:00 +0530`,
    ])
    expect(found(`<pubDate>${time}`, `<pubDate>${wrong}`)).toContain(
      `12 pubDate is “${wrong}”, not a time such as Thu, 24 Oct 2024 09:30:00 +0530`,
    )
  })
})
