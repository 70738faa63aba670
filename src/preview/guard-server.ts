// Who may ask the preview: programs of this machine, and web pages of the preview itself; or who has its token.

import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Door } from './door.ts'

/** The names of this machine to itself. A web page elsewhere could have another name lead here, and read the drafts. */
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i

/** A name or a number with a port, and nothing that could mean more in a header. */
const anyHost = /^(?:[a-z\d.-]+|\[[a-f\d:.]+\])(?::\d{1,5})?$/i

/** Browsers say which page asks, where it could be another's. Other programs say nothing. */
const isOfItsPages = ({ headers: { host = '', origin } }: IncomingMessage): boolean =>
  origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`

/** Behind a door the token counts: no page that another name leads here has it. */
const mayAsk = (request: IncomingMessage, door: Door | null): boolean => {
  const { host = '' } = request.headers
  const isKnown = door === null ? ownHost.test(host) : anyHost.test(host) && door.isOpenTo(request)
  return isKnown && isOfItsPages(request)
}

/** The library throws on a path that is not well-formed. */
const isWellFormed = (path: string): boolean => {
  try {
    return !decodeURIComponent(path).split(/[/\\]/).includes('..')
  } catch {
    return false
  }
}

const forbidden = (door: Door | null): string =>
  door === null
    ? 'Forbidden: the preview answers only this machine; open the address that npm start printed.'
    : 'Forbidden: this preview wants the token; open the whole address that npm start printed.'

/**
 * Before anything else sees a request. `headersFor`: of every answer, whatever else sets them. Call it once the server
 * listens, as the library only then listens for web sockets.
 */
export const guardServer = (
  server: Server,
  headersFor: (host: string, path: string) => Readonly<Record<string, string>>,
  door: Door | null,
): void => {
  const answerers = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { url = '/', headers } = request
    if (!mayAsk(request, door)) {
      const admitted = isOfItsPages(request) ? door?.admit(request) : null
      return admitted ? letIn(response, admitted) : refuse(response, 403, forbidden(door))
    }
    if (!isWellFormed(url))
      return refuse(
        response,
        400,
        'Bad request: this address is not valid; open the one that npm start printed.',
      )
    insist(response, headersFor(headers.host ?? '', url))
    for (const answer of answerers) answer.call(server, request, response)
  })
  const upgraders = server.listeners('upgrade')
  server.removeAllListeners('upgrade')
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!mayAsk(request, door)) {
      socket.end(`HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    for (const upgrade of upgraders) upgrade.call(server, request, socket, head)
  })
}

/** Of answers that no page stands behind, too. */
const quiet = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

const letIn = (
  response: ServerResponse,
  { cookie, location }: NonNullable<ReturnType<Door['admit']>>,
): void => {
  response.writeHead(302, { ...quiet, 'Set-Cookie': cookie, Location: location })
  response.end()
}

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { ...quiet, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(text)
}

/** The library has headers of its own for its errors, and takes others away. */
const insist = (response: ServerResponse, headers: Readonly<Record<string, string>>): void => {
  const setHeader = response.setHeader.bind(response)
  const set = () => {
    for (const [name, value] of Object.entries(headers)) setHeader(name, value)
  }
  set()
  const own = new Set(Object.keys(headers).map(name => name.toLowerCase()))
  response.setHeader = (name, value) => (own.has(name.toLowerCase()) ? response : setHeader(name, value))
  response.removeHeader = name => {
    if (!own.has(name.toLowerCase()))
      Reflect.apply(Object.getPrototypeOf(response).removeHeader, response, [name])
  }
}
