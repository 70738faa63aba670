// What was written comes back from every feed, as libraries read it that nobody here wrote.

import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildInProcess } from '../rig/build-in-process.ts'
import { origin } from '../rig/site-data.ts'
import type { SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import {
  goneId,
  goneTitle,
  hindiTitle,
  hindiUrl,
  hostileFile,
  hostileId,
  hostileNow,
  hostileStory,
  hostileSummary,
  hostileTitle,
  hostileUrl,
  liveId,
  liveTitle,
  liveUrl,
  movedUrl,
  publishHostile,
} from './hostile-newsroom.ts'
import { type ReadFeed, type ReadItem, readByFeedsmith, readByRssParser } from './read-by-others.ts'
import { textInHtml } from './read-feed.ts'

let site: SiteFolder
beforeAll(async () => {
  site = await publishHostile()
})
afterAll(() => site.dispose())

const formats = [
  ['RSS', 'rss.xml'],
  ['Atom', 'atom.xml'],
  ['JSON Feed', 'feed.json'],
] as const

const read = (file: string): ReadFeed => readByFeedsmith(site.read(`_site/${file}`))

const itemIn = <Item extends Pick<ReadItem, 'id'>>(items: readonly Item[], id = hostileId): Item => {
  const item = items.find(each => each.id === id)
  if (!item) throw new Error(`there is no ${id}`)
  return item
}

const media = (name: string) =>
  expect.stringMatching(new RegExp(`^${origin}/media/hashed/2024/10/2\\d/${name}$`))

describe.each(formats)('feedsmith finds in %s', (format, name) => {
  test('what was written of the feed', () => {
    expect(read(`world/${name}`)).toMatchObject({
      title: 'World · The Test Bulletin',
      front: `${origin}/world/`,
      self: `${origin}/world/${name}`,
      language: 'en-IN',
    })
  })

  test('what was written of a story: headline, summary, address, id, times, authors, section, topics, source', () => {
    for (const feed of [name, `world/${name}`, `topics/nato/${name}`, `bylines/आशा-राव/${name}`])
      expect(itemIn(read(feed).items), feed).toMatchObject({
        id: hostileId,
        url: `${origin}${hostileUrl}`,
        title: hostileTitle,
        summary: hostileSummary,
        published: at('2024-10-24T09:30:00+05:30'),
        modified: at('2024-10-25T11:00:00+05:30'),
        authors: ['Asha Rao', 'José & Núñez', 'आशा राव'],
        categories: ['World', 'NATO', 'Cup Final'],
        source: 'https://newszop.example/?a=1&b=2',
        language: null,
      })
  })

  test('its picture, with its credit and a smaller one', () => {
    const { picture, enclosure } = itemIn(read(name).items)
    const drawing = media('chart-\\w{8}\\.svg')
    const isShown = format !== 'JSON Feed'
    expect(picture).toEqual({
      url: drawing,
      credit: isShown ? 'Graphic & desk' : null,
      thumbnail: isShown ? drawing : null,
    })
    expect(enclosure).toEqual(isShown ? { url: drawing, type: 'image/svg+xml', length: 94 } : null)
  })

  test('a film as the one thing that comes with a story, and its photo', () => {
    const { picture, enclosure } = itemIn(read(name).items, liveId)
    expect(enclosure).toEqual({ url: media('clip-\\w{8}\\.mp4'), type: 'video/mp4', length: 47 })
    expect(picture).toMatchObject({ url: media('quay-\\w{8}-800\\.jpg') })
    if (format !== 'JSON Feed') expect(picture?.thumbnail).toEqual(media('quay-\\w{8}-640\\.jpg'))
  })

  test('the whole text: pictures, links, source and corrections; of an embed a link', () => {
    const { html } = itemIn(read(name).items)
    for (const words of [
      `<img src="${origin}/media/hashed/2024/10/24/chart-`,
      `<a href="${origin}/">our front</a>`,
      'It ends here ]]&gt; or not, said <code>&lt;script&gt;alert(1)&lt;/script&gt;</code> &amp; others.',
      '<a href="https://www.youtube.com/watch?v=abcdef">',
      '<a href="https://newszop.example/?a=1&amp;b=2">Newszop &amp; Co</a>',
      'It was &lt;not&gt; 5 &amp; 6.',
    ])
      expect(html).toContain(words)
    expect(html).not.toMatch(/<(?:script|style|iframe|object|embed|form)\b|\s(?:style|on\w+)=/)
  })

  test('that a story is in another language', () => {
    expect(itemIn(read(`nation/${name}`).items, 'tag:bulletin.example,2024-10-23:mausam')).toMatchObject({
      url: `${origin}${hindiUrl}`,
      title: hindiTitle,
      language: 'hi',
    })
  })

  test('breaking news by itself, and each entry of a live blog', () => {
    expect(read(`breaking/${name}`).items.map(({ title }) => title)).toEqual([liveTitle])
    const [newest, first] = read(`${liveUrl.slice(1)}${name}`).items
    expect(newest).toMatchObject({
      id: `${liveId}/live/20241023T143000Z`,
      url: `${origin}${liveUrl}#e20241023T143000Z`,
      title: 'The bridge <is> closed',
      published: at('2024-10-23T20:00:00+05:30'),
    })
    expect(textInHtml(newest?.html ?? '')).toBe('Nobody may cross it.')
    expect(first?.html).toContain(`<a href="${origin}${liveUrl}#denials">under water</a>`)
  })

  test('a correction as an item of its own', () => {
    expect(read(`corrections/${name}`).items).toMatchObject([
      {
        id: `${hostileId}/correction/20241025T053000Z`,
        url: `${origin}${hostileUrl}#dl-corrections`,
        title: `Correction: ${hostileTitle}`,
        summary: 'It was <not> 5 & 6.',
        published: at('2024-10-25T11:00:00+05:30'),
      },
    ])
  })

  test('nothing of a withdrawn story', () => {
    for (const feed of [name, `sport/${name}`]) {
      expect(read(feed).items.map(({ id }) => id)).not.toContain(goneId)
      expect(site.read(`_site/${feed}`)).not.toContain(goneTitle)
    }
  })
})

test('a withdrawn story leaves a tombstone in Atom, and in nothing else', () => {
  const tombstone = `<at:deleted-entry ref="${goneId}" when="2024-10-25T09:00:00+05:30"/>`
  const found = Object.entries(site.snapshot('_site'))
    .filter(([file, text]) => /\.(?:xml|json)$/.test(file) && text.includes(goneId))
    .map(([file]) => file)
  expect(found.sort()).toEqual([
    'atom.xml',
    'changes/2024/10/25.json',
    'sport/2024/10/22/gone/index.json',
    'sport/atom.xml',
  ])
  for (const feed of ['atom.xml', 'sport/atom.xml']) expect(site.read(`_site/${feed}`)).toContain(tombstone)
})

describe('rss-parser finds', () => {
  test.each(['rss.xml', 'atom.xml'])('in %s what was written', async name => {
    const item = itemIn(await readByRssParser(site.read(`_site/${name}`)))
    expect(item).toMatchObject({
      id: hostileId,
      url: `${origin}${hostileUrl}`,
      title: hostileTitle,
      summary: hostileSummary,
      published: at('2024-10-24T09:30:00+05:30'),
    })
    expect(item.html.trim()).toBe(itemIn(read(name).items).html)
    expect(item.authors).toEqual(name === 'rss.xml' ? ['Asha Rao', 'José & Núñez', 'आशा राव'] : ['Asha Rao'])
  })

  test('as many items as feedsmith', async () => {
    for (const feed of ['rss.xml', 'atom.xml', 'nation/rss.xml', '2024/10/01/atom.xml']) {
      const items = await readByRssParser(site.read(`_site/${feed}`))
      expect(items.map(({ id }) => id)).toEqual(read(feed).items.map(({ id }) => id))
    }
  })
})

const addressNames = ['href', 'src', 'poster', 'cite', 'data', 'action']

const addressesIn = (html: string): readonly string[] => {
  const found: string[] = []
  const parser = new Parser({
    onattribute: (name, value) => {
      if (addressNames.includes(name)) found.push(value)
      if (name === 'srcset') found.push(...value.split(',').map(part => part.trim()))
    },
  })
  parser.end(html)
  return found
}

test('no feed and no data has an address in its texts that is not whole', () => {
  const texts = Object.keys(site.snapshot('_site')).flatMap(file => {
    if (/(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(file))
      return read(file).items.map(({ html }) => html)
    if (!/^(?!changes\/).*\/index\.json$/.test(file)) return []
    const { bodies = [] } = JSON.parse(site.read(`_site/${file}`)) as { bodies?: { value: string }[] }
    return bodies.map(({ value }) => value)
  })
  const addresses = texts.flatMap(addressesIn)
  expect(addresses.length).toBeGreaterThan(100)
  expect(addresses.filter(address => !/^https?:\/\/[^/]+\//.test(address))).toEqual([])
})

describe('what a story is told by for ever', () => {
  const published = at('2024-10-24T09:30:00+05:30')
  const corrected = at('2024-10-25T11:00:00+05:30')
  const items = () => formats.map(([, name]) => itemIn(read(name).items))

  test('stays when its section, address and headline change, and its time when they do without a word', async () => {
    const title = 'Talks end without a word'
    site.write(
      hostileFile,
      hostileStory({ section: 'sport', slug: 'moved', title, summary: `'${'Another summary, '.repeat(4)}'` }),
    )
    await buildInProcess(site, hostileNow)
    for (const item of items())
      expect(item).toMatchObject({
        id: hostileId,
        url: `${origin}${movedUrl}`,
        title,
        published,
        modified: corrected,
      })
  })

  test('says that it changed only when the story says so', async () => {
    site.write(hostileFile, hostileStory({ updated: '2024-10-25T11:30:00+05:30' }))
    await buildInProcess(site, hostileNow)
    for (const item of items())
      expect(item).toMatchObject({ id: hostileId, published, modified: at('2024-10-25T11:30:00+05:30') })
  })
})
