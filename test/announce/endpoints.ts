// A hub and the IndexNow endpoint of a search engine on this machine. They take nothing that their protocols do not allow.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SaxesParser } from 'saxes'
import { origin } from '../rig/site-data.ts'

/** A status, with headers; or nothing. `drop`: the connection is cut. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'drop'
  | 'silence'

export type Asked = {
  readonly recipient: 'hub' | 'indexNow'
  readonly urls: readonly string[]
  /** From 1, at this other side. */
  readonly nth: number
}

export type Endpoints = {
  /** With a query, as some have. */
  readonly hub: string
  readonly endpoint: string
  /** Every request that was as it must be, in order. */
  readonly asked: readonly Asked[]
  /** What was taken of them. */
  readonly taken: (recipient: Asked['recipient']) => readonly string[]
  /** What was wrong with the others. */
  readonly faults: readonly string[]
  /** How they reply; until then they take everything. Null: as if they took it. */
  readonly replyBy: (reply: (asked: Asked) => Reply | null | Promise<Reply | null>) => void
  /** Forgets what was asked. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** `webAt`: what readers get at an address of the site; null where there is nothing. */
export const startEndpoints = async (webAt: (url: string) => string | null): Promise<Endpoints> => {
  const asked: Asked[] = []
  const taken: Asked[] = []
  const faults: string[] = []
  let reply: Parameters<Endpoints['replyBy']>[0] = () => null
  const hubPath = '/hub?desk=1&for=all'
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const recipient = request.url === '/indexnow' ? 'indexNow' : 'hub'
    const wrong = (fault: string) => {
      faults.push(`${recipient}: ${fault}`)
      response.writeHead(400).end(fault)
    }
    if (request.method !== 'POST') return wrong(`${request.method}`)
    if (recipient === 'hub' && request.url !== hubPath) return wrong(`${request.url}`)
    const { urls, found } =
      recipient === 'hub' ? readPing(request, body, hub, webAt) : readSubmission(request, body, webAt)
    if (found.length > 0) return wrong(found.join(', '))
    const nth = asked.filter(each => each.recipient === recipient).length + 1
    asked.push({ recipient, urls, nth })
    const said = await reply({ recipient, urls, nth })
    if (said === null || (typeof said === 'object' && said.status < 300)) taken.push({ recipient, urls, nth })
    answer(response, said ?? { status: recipient === 'hub' ? 204 : 202 })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hub = base + hubPath
  return {
    hub,
    endpoint: `${base}/indexnow`,
    asked,
    taken: recipient => taken.filter(each => each.recipient === recipient).flatMap(({ urls }) => urls),
    faults,
    replyBy: next => {
      reply = next
    },
    forget: () => {
      asked.length = 0
      taken.length = 0
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const answer = (response: ServerResponse, reply: Reply): void => {
  if (reply === 'drop') response.destroy()
  else if (reply !== 'silence') response.writeHead(reply.status, reply.headers).end()
}

type Read = { readonly urls: readonly string[]; readonly found: readonly string[] }

const isOfSite = (url: string): boolean => URL.canParse(url) && new URL(url).origin === origin

/** https://www.w3.org/TR/websub/ and what hubs ask of publishers. */
const readPing = (
  { headers }: IncomingMessage,
  body: string,
  hub: string,
  webAt: (url: string) => string | null,
): Read => {
  const fields = new URLSearchParams(body)
  const urls = fields.getAll('hub.url')
  const found = [
    ...(headers['content-type'] === 'application/x-www-form-urlencoded'
      ? []
      : [`type ${headers['content-type']}`]),
    ...(fields.getAll('hub.mode').join() === 'publish' ? [] : [`mode ${fields.getAll('hub.mode')}`]),
    ...(urls.length === 1 ? [] : [`${urls.length} urls`]),
    ...(fields.getAll('hub.topic').join() === urls.join() ? [] : ['another topic']),
    ...urls.filter(url => !isOfSite(url)).map(url => `${url} is of another site`),
    ...urls.flatMap(url => linkFaults(url, webAt(url), hub)),
  ]
  return { urls, found }
}

/** What a hub looks for in a feed that is announced to it. */
const linkFaults = (url: string, feed: string | null, hub: string): readonly string[] => {
  if (feed === null) return [`${url} is not there`]
  const { self, hubs } = url.endsWith('.json') ? linksOfJson(feed) : linksOfXml(feed)
  return [
    ...(self.join() === url ? [] : [`${url} has the self links ${self}`]),
    ...(hubs.join() === hub ? [] : [`${url} has the hub links ${hubs}`]),
  ]
}

const linksOfXml = (feed: string) => {
  const links: Readonly<Record<string, string>>[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(?:atom:)?link$/.test(name)) links.push(attributes)
  })
  parser.write(feed).close()
  const to = (rel: string) => links.filter(link => link.rel === rel).map(({ href }) => href)
  return { self: to('self'), hubs: to('hub') }
}

const linksOfJson = (feed: string) => {
  const { feed_url, hubs } = JSON.parse(feed)
  return {
    self: [feed_url],
    hubs: (hubs ?? []).map(({ type, url }: Record<string, string>) => (type === 'WebSub' ? url : type)),
  }
}

/** https://www.indexnow.org/documentation */
const readSubmission = (
  { headers }: IncomingMessage,
  body: string,
  webAt: (url: string) => string | null,
): Read => {
  const { host, key, keyLocation, urlList, ...others } = JSON.parse(body)
  const urls: readonly string[] = urlList
  const found = [
    ...(headers['content-type'] === 'application/json; charset=utf-8'
      ? []
      : [`type ${headers['content-type']}`]),
    ...Object.keys(others).map(name => `the member ${name}`),
    ...(host === new URL(origin).host ? [] : [`the host ${host}`]),
    ...(/^[A-Za-z0-9-]{8,128}$/.test(key) ? [] : [`the key ${key}`]),
    ...(keyLocation === `${origin}/${key}.txt` && webAt(keyLocation) === key
      ? []
      : [`${keyLocation} is “${webAt(keyLocation)}”`]),
    ...(urls.length >= 1 && urls.length <= 10_000 ? [] : [`${urls.length} urls`]),
    ...(new Set(urls).size === urls.length ? [] : ['a url that comes twice']),
    ...urls.filter(url => !isOfSite(url)).map(url => `${url} is of another site`),
  ]
  return { urls, found }
}
