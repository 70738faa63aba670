// Archived feeds as they are published: followed from one to the next, left alone by what is new, made again by a correction.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInProcess } from '../rig/build-in-process.ts'
import { origin, storyText } from '../rig/site-data.ts'
import type { Files, SiteFolder } from '../rig/site-folder.ts'
import { at, storyAt } from '../rig/small-newsroom.ts'
import { hostileNow, publishHostile } from './hostile-newsroom.ts'
import { childrenOf, type Element, itemsOf, readFeed, textOf } from './read-feed.ts'

let site: SiteFolder
beforeAll(async () => {
  site = await publishHostile()
})
afterAll(() => site.dispose())

const read = (address: string): Element => readFeed(site.read(`_site${new URL(address, origin).pathname}`))
const linkOf = (feed: Element, rel: string): string | undefined =>
  [...childrenOf(feed, 'link'), ...feed.children.flatMap(channel => childrenOf(channel, 'atom:link'))].find(
    ({ attributes }) => attributes.rel === rel,
  )?.attributes.href

const idsIn = (feed: Element): readonly (string | undefined)[] =>
  feed.name === 'rss'
    ? itemsOf(feed).map(item => textOf(item, 'guid'))
    : childrenOf(feed, 'entry').map(entry => textOf(entry, 'id'))

const idsFrom = (address: string): readonly (string | undefined)[] => {
  const feed = read(address)
  const older = linkOf(feed, 'prev-archive')
  return [...idsIn(feed), ...(older ? idsFrom(older) : [])]
}

/** Those that say they are archives, each with its bytes. */
const archives = (): Files =>
  Object.fromEntries(
    Object.entries(site.snapshot('_site')).filter(
      ([file, text]) => file.endsWith('/atom.xml') && text.includes('<fh:archive/>'),
    ),
  )

test('who follows prev-archive from the RSS or Atom of the site meets each story once', () => {
  expect(Object.keys(archives())).toEqual(['2024/10/01/atom.xml', '2024/10/02/atom.xml'])
  for (const feed of ['/rss.xml', '/atom.xml']) {
    const ids = idsFrom(feed)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(57)
  }
})

test('an archived feed says so, leads to the one to subscribe to, and holds summaries', () => {
  const feed = read('/2024/10/02/atom.xml')
  expect(childrenOf(feed, 'fh:archive')).toMatchObject([{ uri: 'http://purl.org/syndication/history/1.0' }])
  expect(linkOf(feed, 'current')).toBe(`${origin}/atom.xml`)
  expect(linkOf(feed, 'self')).toBe(`${origin}/2024/10/02/atom.xml`)
  expect(linkOf(feed, 'prev-archive')).toBe(`${origin}/2024/10/01/atom.xml`)
  expect(linkOf(read('/2024/10/01/atom.xml'), 'prev-archive')).toBeUndefined()
  expect(textOf(feed, 'id')).toBe(textOf(read('/atom.xml'), 'id'))
  for (const entry of childrenOf(feed, 'entry')) {
    expect(textOf(entry, 'content')?.trim()).toBe(`<p>${textOf(entry, 'summary')}</p>`)
    expect(childrenOf(entry, 'link').map(({ attributes }) => attributes.rel)).toEqual(['alternate'])
  }
})

test('what is published today changes no archived feed, but may push a day into a new one', async () => {
  const before = archives()
  for (const hour of ['10', '11'])
    for (const [file, text] of Object.entries(storyAt(`2024-10-25T${hour}:00:00+05:30`, `today-${hour}`)))
      site.write(file, text)
  await buildInProcess(site, hostileNow)
  const { '2024/10/03/atom.xml': added, ...others } = archives()
  expect(added).toContain('Plain story 2')
  expect(others).toEqual(before)
  expect(linkOf(read('/rss.xml'), 'prev-archive')).toBe(`${origin}/2024/10/03/atom.xml`)
})

test('a correction changes the archived feed of its story, and no other', async () => {
  const { '2024/10/01/atom.xml': first = '', ...others } = archives()
  site.write(
    'content/stories/2024/10/01/plain-0.md',
    storyText({
      title: 'Plain story 0',
      date: '2024-10-01T00:05:00+05:30',
      section: 'sport',
      corrections: '[{ date: 2024-10-25T12:00:00+05:30, text: It was five. }]',
    }),
  )
  await buildInProcess(site, hostileNow)
  const { '2024/10/01/atom.xml': corrected = '', ...rest } = archives()
  expect(rest).toEqual(others)
  expect(first).not.toContain('It was five.')
  expect(corrected).toContain('It was five.')
  expect(textOf(readFeed(corrected), 'updated')).toBe('2024-10-25T12:00:00+05:30')
})

test('published one by one, they are what a clean build makes', async () => {
  const published = site.snapshot('_site')
  for (const folder of ['_site', '.dateline']) site.remove(folder)
  expect(await buildInProcess(site, hostileNow)).toEqual(published)
})

test('a site may have none of them', async () => {
  site.write('_data/site.yaml', `${site.read('_data/site.yaml')}feeds: { archives: false }\n`)
  await buildInProcess(site, at('2024-10-25T07:00:00Z'))
  expect(archives()).toEqual({})
  expect(linkOf(read('/atom.xml'), 'prev-archive')).toBeUndefined()
  expect(idsIn(read('/atom.xml'))).toHaveLength(50)
})
