// The rows “RSS 2.0”, “RSS Advisory Board profile”, “RFC 822” and “content / dc” of the standards, on built feeds.

import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInProcess } from '../rig/build-in-process.ts'
import { rfc822Pattern } from '../rig/rfc822-pattern.ts'
import { origin } from '../rig/site-data.ts'
import type { SiteFolder } from '../rig/site-folder.ts'
import {
  hostileFile,
  hostileId,
  hostileStory,
  hostileSummary,
  hostileTitle,
  hostileUrl,
  movedUrl,
  hostileNow as now,
  publishHostile,
} from './hostile-newsroom.ts'
import { channelOf, childrenOf, type Element, itemsOf, readFeed, textInHtml, textOf } from './read-feed.ts'

const feeds = {
  'rss.xml': '/',
  'world/rss.xml': '/world/',
  'nation/rss.xml': '/nation/',
  'topics/cup-final/rss.xml': '/topics/cup-final/',
  'bylines/आशा-राव/rss.xml': '/bylines/आशा-राव/',
}
const everyFeed = Object.entries(feeds).map(([file, front]) => ({ file, front }))

let site: SiteFolder
beforeAll(async () => {
  site = await publishHostile()
})
afterAll(() => site.dispose())

const feed = (file = 'rss.xml') => readFeed(site.read(`_site/${file}`))
const hostileItem = (file?: string): Element => {
  const item = itemsOf(feed(file)).find(item => textOf(item, 'title') === hostileTitle)
  if (!item) throw new Error('the hostile story is not in the feed')
  return item
}
const rfc822Time = (text: string | undefined) => Date.parse(text ?? '')

describe.each(everyFeed)('$file', ({ file, front }) => {
  test('is well-formed RSS 2.0 with one channel', () => {
    expect(feed(file)).toMatchObject({ name: 'rss', attributes: { version: '2.0' } })
    expect(channelOf(feed(file)).name).toBe('channel')
  })

  test('has the channel elements that RSS asks for', () => {
    const channel = channelOf(feed(file))
    expect(textOf(channel, 'title')).toContain('The Test Bulletin')
    expect(textOf(channel, 'link')).toBe(new URL(front, origin).href)
    expect(textOf(channel, 'description')).toMatch(/\S/)
    expect(textOf(channel, 'language')).toBe('en-IN')
  })

  test('names itself by its own full address', () => {
    const links = childrenOf(channelOf(feed(file)), 'atom:link')
    expect(links.filter(({ attributes }) => attributes.rel === 'self')).toMatchObject([
      {
        uri: 'http://www.w3.org/2005/Atom',
        attributes: { rel: 'self', type: 'application/rss+xml', href: new URL(file, `${origin}/`).href },
      },
    ])
  })

  test('has its items last, newest first, at most 99', () => {
    const names = channelOf(feed(file)).children.map(child => child.name)
    expect(names.slice(names.indexOf('item'))).toEqual(itemsOf(feed(file)).map(() => 'item'))
    const times = itemsOf(feed(file)).map(item => rfc822Time(textOf(item, 'pubDate')))
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    expect(times.length).toBeLessThan(100)
  })

  test('has times of the strict form, the weekday the right one, none of the future', () => {
    const channel = channelOf(feed(file))
    const times = [
      textOf(channel, 'lastBuildDate'),
      ...itemsOf(feed(file)).map(item => textOf(item, 'pubDate')),
    ]
    for (const time of times) {
      expect(time).toMatch(rfc822Pattern)
      const [weekday, day, month, year] = (time ?? '').split(/[ ,]+/)
      const written = new Date(`${day} ${month} ${year} 00:00:00 GMT`).toUTCString()
      expect(written).toMatch(new RegExp(`^${weekday}, ${day} ${month} ${year}`))
      expect(rfc822Time(time)).toBeLessThan(now)
    }
  })

  test('was last built when one of its stories changed, not when the clock says so', () => {
    const newest = textOf(itemsOf(feed(file))[0] as Element, 'pubDate')
    const expected = file === 'nation/rss.xml' ? newest : 'Fri, 25 Oct 2024 11:00:00 +0530'
    expect(textOf(channelOf(feed(file)), 'lastBuildDate')).toBe(expected)
  })

  test('gives each item what it needs, the description before the content', () => {
    for (const item of itemsOf(feed(file))) {
      for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded'])
        expect(childrenOf(item, name), name).toHaveLength(1)
      const names = item.children.map(child => child.name)
      expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
      expect(names).not.toContain('author')
    }
  })

  test('has only full addresses, in its elements and in the HTML of its stories', () => {
    const addresses = itemsOf(feed(file)).flatMap(item => [textOf(item, 'link') ?? '', ...addressesIn(item)])
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter(address => !/^https?:\/\/[^/]+\//.test(address))).toEqual([])
  })
})

const addressesIn = (item: Element): readonly string[] => {
  const found: string[] = []
  const parser = new Parser({
    onattribute: (name, value) => {
      if (['href', 'src', 'poster'].includes(name)) found.push(value)
      if (name === 'srcset') found.push(...value.split(',').map(part => part.trim()))
    },
  })
  parser.end(textOf(item, 'content:encoded') ?? '')
  return found
}

describe('the hostile story', () => {
  test('comes back as it was written: headline, summary, source, bylines, categories', () => {
    const item = hostileItem()
    expect(textOf(item, 'title')).toBe(hostileTitle)
    expect(textInHtml(textOf(item, 'description') ?? '')).toBe(hostileSummary)
    expect(childrenOf(item, 'dc:creator').map(({ text, uri }) => [text, uri])).toEqual([
      ['Asha Rao', 'http://purl.org/dc/elements/1.1/'],
      ['José & Núñez', 'http://purl.org/dc/elements/1.1/'],
      ['आशा राव', 'http://purl.org/dc/elements/1.1/'],
    ])
    expect(childrenOf(item, 'category').map(category => category.text)).toEqual([
      'World',
      'NATO',
      'Cup Final',
    ])
    expect(childrenOf(item, 'source')).toMatchObject([
      { text: 'Newszop & Co', attributes: { url: 'https://newszop.example/?a=1&b=2' } },
    ])
    expect(textOf(item, 'pubDate')).toBe('Thu, 24 Oct 2024 09:30:00 +0530')
  })

  test('writes & and < of plain text as the profile asks', () => {
    expect(site.read('_site/rss.xml')).toContain('<title>Tom &#x26; Ana’s &#x3C;b')
  })

  test('is in full: picture with its credit, text, source and correction', () => {
    const [content] = childrenOf(hostileItem(), 'content:encoded')
    expect(content?.uri).toBe('http://purl.org/rss/1.0/modules/content/')
    expect(content?.text).toMatch(
      new RegExp(`<img src="${origin}/media/hashed/2024/10/24/chart-\\w{8}\\.svg" width="640"`),
    )
    for (const words of [
      'width="640" height="360" alt="A “chart” &amp; more">',
      'Graphic &amp; desk',
      `<a href="${origin}/">our front</a>`,
      `<a href="${origin}${hostileUrl}#denials">a place here</a>`,
      'The chart &amp; its caption',
      'It ends here ]]&gt; or not, said <code>&lt;script&gt;alert(1)&lt;/script&gt;</code> &amp; others.',
      '<a href="https://newszop.example/?a=1&amp;b=2">Newszop &amp; Co</a>',
      'It was &lt;not&gt; 5 &amp; 6.',
    ]) {
      expect(content?.text).toContain(words)
    }
    expect(content?.text).not.toMatch(/<(?:script|style|iframe|form)|\s(?:style|on\w+)=/)
  })

  test('has an identifier that is no address, and keeps it when section and slug change', async () => {
    const guidOf = (item: Element) =>
      childrenOf(item, 'guid').map(({ text, attributes }) => ({ text, attributes }))
    const before = guidOf(hostileItem())
    expect(before).toEqual([{ text: hostileId, attributes: { isPermaLink: 'false' } }])
    site.write(hostileFile, hostileStory({ section: 'sport', slug: 'moved' }))
    await buildInProcess(site, now)
    expect(guidOf(hostileItem('sport/rss.xml'))).toEqual(before)
    expect(textOf(hostileItem(), 'link')).toBe(`${origin}${movedUrl}`)
    site.write(hostileFile, hostileStory())
    await buildInProcess(site, now)
  })
})

test('the site’s feed holds the newest 51 of its 57 stories, each once, and leads to the others', () => {
  const items = itemsOf(feed())
  expect(items).toHaveLength(51)
  expect(new Set(items.map(item => textOf(item, 'guid'))).size).toBe(51)
  expect(childrenOf(channelOf(feed()), 'atom:link')[1]?.attributes).toEqual({
    rel: 'prev-archive',
    type: 'application/atom+xml',
    href: `${origin}/2024/10/02/atom.xml`,
  })
  expect(textOf(items[0] as Element, 'title')).toBe(hostileTitle)
})
