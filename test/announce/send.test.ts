// One request, and what comes of it when the other side is well, is not, or refuses.

import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Announcement } from '../../src/announce/announcement.ts'
import { type SendOutcome, send } from '../../src/announce/send.ts'
import { freePort } from '../rig/free-port.ts'
import { origin } from '../rig/site-data.ts'
import { type Endpoints, type Reply, startEndpoints } from './endpoints.ts'

const key = 'a1b2c3d4-KEY'
const feed = `${origin}/world/rss.xml`
const tries = 4

let endpoints: Endpoints
beforeEach(async () => {
  endpoints = await startEndpoints(url =>
    url.endsWith('.txt')
      ? key
      : `<feed><link rel="self" href="${url}"/><link rel="hub" href="${endpoints.hub.replace('&', '&amp;')}"/></feed>`,
  )
})
afterEach(async () => {
  expect(endpoints.faults).toEqual([])
  await endpoints.close()
})

const urlAt = (url: string) => ({ key: url, url, isGone: false, times: 1 })
const ping = (endpoint = endpoints.hub): Announcement => ({ to: 'hub', endpoint, changed: [urlAt(feed)] })

const waited: number[] = []
beforeEach(() => {
  waited.length = 0
})
const sendHere = (announcement: Announcement, patience = 30_000): Promise<SendOutcome> =>
  send(announcement, { fetch, patience, wait: async time => waited.push(time) }, tries)

/** Each comes once, the last one for good. */
const replyInTurn = (...replies: readonly (Reply | null)[]) =>
  endpoints.replyBy(({ nth }) => replies[Math.min(nth, replies.length) - 1] ?? null)

describe('A hub', () => {
  test('hears of a feed, as WebSub has it', async () => {
    expect(await sendHere(ping())).toEqual({ is: 'taken' })
    expect(endpoints.asked).toEqual([{ recipient: 'hub', urls: [feed], nth: 1 }])
    expect(waited).toEqual([])
  })

  test.each<[string, Reply]>([
    ['is out of order', { status: 500 }],
    ['is overloaded', { status: 503 }],
    ['was asked too often', { status: 429 }],
    ['lost its patience', { status: 408 }],
    ['drops the connection', 'drop'],
  ])('that %s is asked again, after longer and longer', async (_what, reply) => {
    replyInTurn(reply, reply, reply, null)
    expect(await sendHere(ping())).toEqual({ is: 'taken' })
    expect(waited).toEqual([1000, 2000, 4000])
    expect(endpoints.taken('hub')).toEqual([feed])
  })

  test('that stays out of order is not asked for ever', async () => {
    replyInTurn({ status: 502 })
    expect(await sendHere(ping())).toEqual({ is: 'unwell', reason: `${endpoints.hub} answered 502` })
    expect(endpoints.asked).toHaveLength(tries)
    expect(waited).toHaveLength(tries - 1)
  })

  test('that says nothing is not waited for beyond our patience', async () => {
    replyInTurn('silence')
    expect(await sendHere(ping(), 50)).toEqual({
      is: 'unwell',
      reason: `${endpoints.hub} did not answer within 0.05 s`,
    })
    expect(endpoints.asked).toHaveLength(tries)
  })

  test('that is not there is named, with why', async () => {
    const port = await freePort()
    for (const host of ['127.0.0.1', 'localhost'])
      expect(await sendHere(ping(`http://${host}:${port}/`))).toEqual({
        is: 'unwell',
        reason: expect.stringMatching(
          new RegExp(`^http://${host}:${port}/ cannot be reached: .*ECONNREFUSED`),
        ),
      })
  })

  test('that speaks another protocol cannot be reached', async () => {
    const server = createServer(socket => socket.end('220 mail.example ESMTP\r\n'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expect(await sendHere(ping(`http://127.0.0.1:${port}/`))).toMatchObject({
      is: 'unwell',
      reason: expect.stringContaining('cannot be reached: '),
    })
    server.close()
  })

  test.each<[string, Reply, string]>([
    ['refuses', { status: 400 }, 'answered 400'],
    ['wants nothing of us', { status: 403 }, 'answered 403'],
    [
      'has moved',
      { status: 301, headers: { Location: 'https://new.example/hub' } },
      'answered 301 and redirects to https://new.example/hub',
    ],
    [
      'has moved, and would take it there',
      { status: 308, headers: { Location: '/indexnow' } },
      'answered 308 and redirects to /indexnow',
    ],
  ])('that %s is not asked again', async (_what, reply, reason) => {
    replyInTurn(reply)
    expect(await sendHere(ping())).toEqual({
      is: 'refused',
      reason: `${endpoints.hub} ${reason}; check feeds.hub in _data/site.yaml`,
    })
    expect(endpoints.asked).toHaveLength(1)
    expect(waited).toEqual([])
  })
})

describe('Whoever says when to come again', () => {
  const later = (after: string, date?: string): Reply => ({
    status: 429,
    headers: { 'Retry-After': after, ...(date === undefined ? {} : { Date: date }) },
  })

  test.each<[string, Reply, number]>([
    ['in seconds', later('7'), 7000],
    ['at once', later('0'), 0],
    [
      'at a time of its own clock',
      later('Thu, 24 Oct 2024 09:30:09 GMT', 'Thu, 24 Oct 2024 09:30:00 GMT'),
      9000,
    ],
    ['at a time that has passed', later('Thu, 24 Oct 2024 09:29:00 GMT', 'Thu, 24 Oct 2024 09:30:00 GMT'), 0],
    ['in words', later('soon'), 1000],
    ['before now', later('-5', 'Thu, 24 Oct 2024 09:30:00 GMT'), 1000],
  ])('is asked then: %s', async (_what, reply, pause) => {
    replyInTurn(reply, null)
    expect(await sendHere(ping())).toEqual({ is: 'taken' })
    expect(waited).toEqual([pause])
  })

  test('is not waited for when that is long', async () => {
    replyInTurn(later('3600'))
    expect(await sendHere(ping())).toEqual({
      is: 'busy',
      reason: `${endpoints.hub} answered 429 and asks to wait 3600 s`,
    })
    expect(endpoints.asked).toHaveLength(1)
    expect(waited).toEqual([])
  })
})

test('search engines hear of pages, with the key that the site shows', async () => {
  const urls = ['/', '/world/2024/10/24/a%20b/', '/world/'].map(path => origin + path)
  expect(
    await sendHere({
      to: 'indexNow',
      endpoint: endpoints.endpoint,
      key,
      host: new URL(origin).host,
      keyLocation: `${origin}/${key}.txt`,
      changed: urls.map(urlAt),
    }),
  ).toEqual({ is: 'taken' })
  expect(endpoints.asked).toEqual([{ recipient: 'indexNow', urls, nth: 1 }])
})
