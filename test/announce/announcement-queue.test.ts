// Whatever is published, refused, stopped and tried again: everybody hears of every change, and of none twice.

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { announce, pendingAnnouncements } from '../../src/announce/announce.ts'
import type { Sender } from '../../src/announce/send.ts'
import type { SiteEvent } from '../../src/domain/event.ts'
import { forReaders } from '../../src/store/edition.ts'
import type { Journal } from '../../src/store/journal.ts'
import { withLastSite } from '../../src/store/site-session.ts'
import { origin, siteData } from '../rig/site-data.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'
import { createRememberedSite, type Published, type RememberedSite } from './remembered-site.ts'

const hub = 'https://hub.example/'
const endpoint = 'https://search.example/indexnow'
const bothRecipients = `feeds: { hub: "${hub}" }\nindexNow: { key: a1b2c3d4, endpoint: "${endpoint}" }\n`
const newsroomWith = (yaml: string) =>
  newsroomOf({ '_data/site.yaml': siteData['_data/site.yaml'] + yaml }).newsroom

let site: RememberedSite
beforeEach(async () => {
  site = await createRememberedSite(newsroomWith(bothRecipients))
})
afterEach(() => site.dispose())

const kinds: Readonly<Record<string, string>> = {
  'rss.xml': 'rss',
  'world/rss.xml': 'rss',
  'world/atom.xml': 'atom',
  'index.html': 'site-front',
  'world/a/index.html': 'story',
  'world/b/index.html': 'tombstone',
}
const published = (bytes: Readonly<Record<string, string>>): Published =>
  Object.fromEntries(
    Object.entries(bytes).map(([file, text]) => [file, { kind: kinds[file] ?? 'story', bytes: text }]),
  )
const publish = (bytes: Readonly<Record<string, string>>) => site.publish(published(bytes))

const urlsIn = (request: RequestInit | undefined): readonly string[] => {
  const body = String(request?.body)
  return body.startsWith('{') ? JSON.parse(body).urlList : new URLSearchParams(body).getAll('hub.url')
}
const pathOf = (url: string) => url.slice(origin.length)

type Reply = number | 'drop'
type Ask = (endpoint: string, urls: readonly string[]) => Reply | Promise<Reply>

const senderOf = (ask: Ask, wait: Sender['wait'] = async () => {}): Sender => ({
  fetch: async (endpoint, request) => {
    const reply = await ask(String(endpoint), urlsIn(request))
    if (reply === 'drop') throw new TypeError('fetch failed', { cause: new Error('dropped') })
    return new Response(null, { status: reply })
  },
  patience: 1000,
  wait,
})

const call = () => ({ root: site.root, edition: forReaders })

const run = async (ask: Ask) => {
  const announced: SiteEvent[] = []
  const pending = await announce(call(), senderOf(ask), each => announced.push(each))
  return { pending, announced }
}

/** All that is taken, each with who took it. */
const take = async () => {
  const urls: string[] = []
  await run((endpoint, some) => {
    urls.push(...some.map(url => `${endpoint === hub ? 'hub' : 'search'} ${pathOf(url)}`))
    return 204
  })
  return urls
}

describe('After publishes', () => {
  test('the hub hears of feeds, one by one, and search engines of pages, together', async () => {
    await publish({ 'rss.xml': '1', 'world/atom.xml': '1', 'index.html': '1', 'world/a/index.html': '1' })
    const asked: string[][] = []
    await run((endpoint, urls) => {
      asked.push([endpoint, ...urls.map(pathOf)])
      return 200
    })
    expect(asked).toEqual([
      [hub, '/rss.xml'],
      [hub, '/world/atom.xml'],
      [endpoint, '/', '/world/a/'],
    ])
    expect(await site.pending()).toEqual([])
    expect(await take()).toEqual([])
  })

  test('only those whose bytes changed are announced, once for all publishes since', async () => {
    await publish({ 'rss.xml': '1', 'world/rss.xml': '1', 'index.html': '1', 'world/a/index.html': '1' })
    await take()
    await publish({ 'rss.xml': '2', 'world/rss.xml': '1', 'index.html': '2', 'world/a/index.html': '1' })
    await publish({ 'rss.xml': '3', 'world/rss.xml': '1', 'index.html': '2', 'world/a/index.html': '2' })
    await publish({ 'rss.xml': '3', 'world/rss.xml': '1', 'index.html': '2', 'world/a/index.html': '2' })
    expect(await take()).toEqual(['hub /rss.xml', 'search /', 'search /world/a/'])
    expect(await take()).toEqual([])
  })

  test('search engines hear of what went, and the hub is not', async () => {
    await publish({ 'rss.xml': '1', 'world/rss.xml': '1', 'world/a/index.html': '1' })
    await take()
    await publish({ 'rss.xml': '1' })
    expect((await pendingAnnouncements(call()))?.flatMap(({ changed }) => changed)).toEqual([
      expect.objectContaining({ url: `${origin}/world/a/`, isGone: true }),
    ])
    expect(await take()).toEqual(['search /world/a/'])
    await publish({ 'rss.xml': '1', 'world/a/index.html': '1' })
    expect(await take()).toEqual(['search /world/a/'])
  })

  test('nobody hears of an address that came and went before it was announced', async () => {
    await publish({ 'index.html': '1' })
    await take()
    await publish({ 'index.html': '2', 'world/a/index.html': '1' })
    await publish({ 'index.html': '2', 'world/a/index.html': '2' })
    await publish({ 'index.html': '3' })
    expect(await site.pending()).toEqual(['indexNow index.html'])
    expect(await take()).toEqual(['search /'])
  })

  test('an address that search engines may know, as they refused it, is announced when it goes', async () => {
    await publish({ 'world/a/index.html': '1' })
    expect((await run(() => 403)).announced).toMatchObject([{ type: 'announcement-failed' }])
    await publish({})
    expect(await take()).toEqual(['search /world/a/'])
  })

  test('a page that becomes one that leads elsewhere is announced as gone, and the other way round as new', async () => {
    const at = (kind: string, bytes: string): Published => ({ 'world/a/index.html': { kind, bytes } })
    await site.publish(at('story', '1'))
    await take()
    await site.publish(at('alias', '2'))
    expect((await pendingAnnouncements(call()))?.flatMap(({ changed }) => changed)).toMatchObject([
      { isGone: true },
    ])
    await site.publish(at('story', '3'))
    expect(await take()).toEqual(['search /world/a/'])
    await site.publish(at('alias', '4'))
    expect(await take()).toEqual(['search /world/a/'])
    await site.publish(at('story', '5'))
    await site.publish(at('alias', '6'))
    expect(await take()).toEqual([])
  })

  test('what search engines gain nothing from is not announced', async () => {
    await site.publish({
      'old/index.html': { kind: 'alias', bytes: '1' },
      '404.html': { kind: 'not-found', bytes: '1' },
      'subscribe/index.html': { kind: 'subscribe', bytes: '1' },
      'world/2024/10/atom.xml': { kind: 'feed-archive', bytes: '1' },
      'sitemap.xml': { kind: 'sitemap-index', bytes: '1' },
      'world/a/index.json': { kind: 'story-data', bytes: '1' },
    })
    expect(await site.pending()).toEqual([])
    await site.publish({})
    expect(await site.pending()).toEqual([])
  })
})

describe('While it is announced', () => {
  test('a feed that changes is left to the next run, as readers may not have it yet', async () => {
    const first = { 'rss.xml': '1', 'world/atom.xml': '1', 'world/rss.xml': '1' }
    await publish(first)
    const asked: string[] = []
    await run(async (_side, urls) => {
      asked.push(...urls.map(pathOf))
      if (asked.length === 2)
        await publish({ ...first, 'rss.xml': '2', 'world/atom.xml': '2', 'world/rss.xml': '2' })
      return 200
    })
    expect(asked).toEqual(['/rss.xml', '/world/atom.xml'])
    expect(await take()).toEqual(['hub /rss.xml', 'hub /world/atom.xml', 'hub /world/rss.xml'])
  })

  test('a feed that changes and changes back is announced again all the same', async () => {
    await publish({ 'rss.xml': '1' })
    await run(async () => {
      await publish({ 'rss.xml': '2' })
      await publish({ 'rss.xml': '1' })
      return 200
    })
    expect(await take()).toEqual(['hub /rss.xml'])
  })

  test('the address of a page that goes is given to nobody', async () => {
    await publish({ 'rss.xml': '1', 'world/a/index.html': '1', 'world/b/index.html': '1' })
    const asked: string[] = []
    await run(async (endpoint, urls) => {
      asked.push(...urls.map(pathOf))
      if (endpoint === hub) await publish({ 'rss.xml': '1', 'world/b/index.html': '1' })
      return 200
    })
    expect(asked).toEqual(['/rss.xml', '/world/b/'])
    expect(await take()).toEqual([])
  })
})

describe('A hub that is not well', () => {
  const feeds = Array.from({ length: 30 }, (_, at) => `topics/t${String(at).padStart(2, '0')}/rss.xml`)
  const pages: Published = Object.fromEntries(feeds.map(file => [file, { kind: 'rss', bytes: '1' }]))
  beforeEach(() => site.publish(pages))

  test('is left alone after some failures in a row, while others get theirs', async () => {
    await site.publish({ ...pages, ...published({ 'index.html': '1' }) })
    let requests = 0
    const { announced } = await run(endpoint => {
      if (endpoint === hub) requests += 1
      return endpoint === hub ? 'drop' : 200
    })
    expect(requests).toBeLessThan(10)
    expect(announced.map(({ type }) => type)).toEqual([
      'announcement-failed',
      'announcement-failed',
      'announcement-failed',
      'announcements-skipped',
      'announced',
    ])
    expect(announced).toContainEqual({
      type: 'announcements-skipped',
      endpoint: hub,
      count: feeds.length - 3,
    })
    expect((await take()).length).toBe(feeds.length)
  })

  test('for a moment only hears of everything', async () => {
    let requests = 0
    const { announced } = await run(() => {
      requests += 1
      return requests % 3 === 0 ? 503 : 200
    })
    expect(announced.map(({ type }) => type)).toEqual(feeds.map(() => 'announced'))
    expect(await site.pending()).toEqual([])
  })

  test('and then refuses some of it keeps nothing from the others', async () => {
    const refused = feeds.slice(0, 10)
    const { announced } = await run((_side, [url = '']) =>
      refused.includes(pathOf(url).slice(1)) ? 400 : 200,
    )
    expect(announced.map(({ type }) => type)).toEqual(
      feeds.map(file => (refused.includes(file) ? 'announcement-failed' : 'announced')),
    )
    expect(await site.pending()).toEqual(refused.map(file => `hub ${file}`))
  })

  test('and says for how long is asked no more', async () => {
    let requests = 0
    const sender: Sender = {
      fetch: async () => {
        requests += 1
        return new Response(null, { status: 503, headers: { 'Retry-After': '7200' } })
      },
      patience: 1000,
      wait: () => Promise.reject(new Error('nobody waits for hours')),
    }
    const announced: SiteEvent[] = []
    await announce(call(), sender, each => announced.push(each))
    expect(requests).toBe(1)
    expect(announced).toMatchObject([
      { type: 'announcement-failed' },
      { type: 'announcements-skipped', count: feeds.length - 1 },
    ])
  })
})

test('search engines get ten thousand addresses at a time', async () => {
  const pages = Array.from({ length: 20_001 }, (_, at) => `world/${at}/index.html`)
  await site.publish(Object.fromEntries(pages.map(file => [file, { kind: 'story', bytes: '1' }])))
  const sizes: number[] = []
  const asked = new Set<string>()
  await run((_side, urls) => {
    sizes.push(urls.length)
    for (const url of urls) asked.add(url)
    return sizes.length === 2 ? 422 : 200
  })
  expect(sizes).toEqual([10_000, 10_000, 1])
  expect(asked.size).toBe(pages.length)
  expect((await site.pending()).length).toBe(10_000)
})

test('A publish that was stopped half way is announced when it is finished', async () => {
  await publish({ 'rss.xml': '1' })
  const setJournal = (journal: Journal | null) =>
    withLastSite(site.root, forReaders, async ({ lastSite: { store, last } }) =>
      store?.write([['publish!last', { ...last, pending: { ...last?.pending, journal } }]]),
    )
  await setJournal({ way: 'moves', moves: ['rss.xml'], removals: [], obstacles: [] })
  await expect(take()).rejects.toThrow('the last publish was interrupted; build again to finish it')
  await setJournal(null)
  expect(await take()).toEqual(['hub /rss.xml'])
})

describe('Whoever hears of nothing has nothing pending', () => {
  test.each<[string, string, readonly string[] | null]>([
    ['nobody', '', null],
    ['a hub alone', `feeds: { hub: "${hub}" }\n`, ['hub /rss.xml']],
    ['search engines alone', `indexNow: { key: a1b2c3d4, endpoint: "${endpoint}" }\n`, ['search /']],
  ])('%s', async (_who, yaml, expected) => {
    site.dispose()
    site = await createRememberedSite(newsroomWith(yaml))
    await publish({ 'rss.xml': '1', 'index.html': '1' })
    expect((await site.pending()).length).toBe(expected?.length ?? 0)
    expect(await pendingAnnouncements(call())).toEqual(expected === null ? null : [expect.anything()])
    expect(await take()).toEqual(expected ?? [])
  })
})

type Step =
  | { readonly publish: Readonly<Record<string, string>> }
  /** What the recipients reply, in turn; and before which reply the run is stopped, or after which that was good. */
  | {
      readonly replies: readonly Reply[]
      readonly stop: number
      readonly during: Readonly<Record<string, string>> | null
    }

const bytesArbitrary = fc.dictionary(fc.constantFrom(...Object.keys(kinds)), fc.constantFrom('1', '2', '3'), {
  noNullPrototype: true,
})
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ publish: bytesArbitrary }),
  fc.record({
    replies: fc.array(fc.constantFrom<Reply>(200, 204, 400, 500, 'drop'), { minLength: 1, maxLength: 12 }),
    stop: fc.nat(14),
    during: fc.option(bytesArbitrary),
  }),
)

/** What each side can know, kept by whoever sees both the site and all requests. */
type Known = {
  changedAt: number
  announcedAt: number
  mayBeAnnounced: boolean
  isThere: boolean
  isHeardOf: boolean
}

test('Everybody hears of every change, nobody of one twice or of an address that was never there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 8 }), async steps => {
      const mine = await createRememberedSite(newsroomWith(bothRecipients))
      const known = new Map<string, Known>()
      let bytes: Readonly<Record<string, string>> = {}
      let clock = 0
      const publishHere = async (next: Readonly<Record<string, string>>) => {
        await mine.publish(published(next))
        clock += 1
        for (const file of Object.keys(kinds)) {
          if (bytes[file] === next[file]) continue
          const { isHeardOf = false, announcedAt = 0 } = known.get(file) ?? {}
          const isThere = next[file] !== undefined
          known.set(file, { changedAt: clock, announcedAt, mayBeAnnounced: false, isThere, isHeardOf })
        }
        bytes = next
      }
      const fileAt = (url: string) =>
        pathOf(url)
          .slice(1)
          .replace(/(^|\/)$/, '$1index.html')
      const faults: string[] = []
      const announceHere = async (replies: readonly Reply[], stop: number, during: Step | null) => {
        const planned = new Map(known)
        let asked = 0
        const stopAt = (count: number) => {
          if (count === stop) throw new Error('stopped')
        }
        const ask: Ask = async (_side, urls) => {
          asked += 1
          clock += 1
          const reply = replies[(asked - 1) % replies.length] ?? 200
          const isTaken = typeof reply === 'number' && reply < 300
          for (const url of urls) {
            const row = known.get(fileAt(url))
            if (row === undefined) faults.push(`${url} was never there`)
            else if (!row.isThere && !row.isHeardOf) faults.push(`${url} went before anybody knew it`)
            else if (row.announcedAt > row.changedAt && !row.mayBeAnnounced)
              faults.push(`${url} is announced twice`)
            if (row === undefined) continue
            row.isHeardOf = true
            // What is published meanwhile may not be where readers are.
            if (isTaken && row === planned.get(fileAt(url))) row.announcedAt = clock
            // Stopped right after the answer: the one thing that nobody can be sure of.
            if (isTaken) row.mayBeAnnounced = asked === stop
          }
          if (asked === 1 && during && 'publish' in during) await publishHere(during.publish)
          return reply
        }
        const wait = async () => stopAt(asked)
        try {
          await announce({ root: mine.root, edition: forReaders }, senderOf(ask, wait), () => stopAt(asked))
        } catch (error) {
          expect(String(error)).toBe('Error: stopped')
        }
        expect(faults).toEqual([])
      }
      try {
        for (const step of steps)
          if ('publish' in step) await publishHere(step.publish)
          else await announceHere(step.replies, step.stop, step.during && { publish: step.during })
        await announceHere([200], -1, null)
        for (const [file, { changedAt, announcedAt, isThere, isHeardOf }] of known) {
          const isPending = kinds[file] === 'rss' || kinds[file] === 'atom' ? isThere : isThere || isHeardOf
          if (isPending) expect(announcedAt, `${file} is not announced`).toBeGreaterThan(changedAt)
        }
        expect(await mine.pending()).toEqual([])
        await announceHere([400], -1, null)
      } finally {
        mine.dispose()
      }
    }),
    { numRuns: 60 },
  )
})
