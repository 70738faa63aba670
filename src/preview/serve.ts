// The preview's server: Eleventy's own, on this machine only, with the overlay put into its pages.

import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import EleventyDevServer, { type Middleware } from '@11ty/eleventy-dev-server'
import type { KeptBack } from '../domain/kept-back.ts'
import { guardServer } from './guard-server.ts'
import { emptyPage, overlayOf, overlayOfKept, withOverlay } from './overlay.ts'
import { previewHeaders, type ServedSite } from './preview-headers.ts'
import type { Trouble } from './rebuild.ts'

/** What the server shows now. */
export type Shown = {
  /** Why the last build failed. */
  readonly trouble: Trouble | null
  /** What it left out, or as it was before. */
  readonly keptBack: readonly KeptBack[]
  readonly isBuilt: boolean
  readonly served: ServedSite
}

export type PreviewServer = {
  readonly url: string
  /** Every open page loads itself again. */
  readonly reload: () => void
  readonly close: () => Promise<void>
}

const host = '127.0.0.1'
const portsToTry = 20

/** Serves `folder` at `port`, or at the next one that is free; 0 takes any. */
export const serve = async (folder: string, port: number, shown: () => Shown): Promise<PreviewServer> => {
  const server = EleventyDevServer.getServer('Dateline', folder, {
    middleware: [showTrouble(shown)],
    // Morphing a page would leave the overlay's focus and state behind.
    domDiff: false,
    headers: {},
    messageOnStart: () => false,
    logger: { info: () => {}, log: () => {}, error: printUnlessMissing },
  })
  const taken = await listen(server.server, port)
  guardServer(server.server, (asked, path) => previewHeaders(shown().served, asked, path))
  return {
    url: `http://${host}:${taken}`,
    reload: () => server.reload({ files: [] }),
    close: () => {
      // The library would wait half a minute for a page that does not answer, such as a sleeping tab.
      for (const page of server.updateServer?.clients ?? []) page.terminate()
      return server.close()
    },
  }
}

// Browsers ask for files that no site has.
const printUnlessMissing = (line: string): void => {
  if (!line.startsWith('HTTP 404')) console.error(line)
}

const showTrouble =
  (shown: () => Shown): Middleware =>
  (request, response, next) => {
    const { trouble, keptBack, isBuilt } = shown()
    const overlay = trouble === null ? overlayOfKept(keptBack, request.url ?? '/') : overlayOf(trouble)
    if (overlay === null) return next()
    if (!isBuilt) {
      response.statusCode = 503
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(emptyPage(overlay))
      return
    }
    addToHtml(response, overlay)
    next()
  }

const addToHtml = (response: ServerResponse, overlay: string): void => {
  const end = response.end.bind(response) as (content?: unknown, ...rest: unknown[]) => ServerResponse
  const isHtml = () => String(response.getHeader('Content-Type')).startsWith('text/html')
  response.end = (content?: unknown, ...rest: unknown[]) =>
    end(typeof content === 'string' && isHtml() ? withOverlay(content, overlay) : content, ...rest)
}

/** Not the library's `serve`: it listens on every network that the machine is in, and drafts are for editors. */
const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    let next = port
    // The library's own listener would try the next port on all networks.
    server.removeAllListeners('error')
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && next < Math.min(port + portsToTry, 65_535)) {
        next++
        server.listen({ port: next, host })
      } else
        reject(
          new Error(
            `cannot listen on port ${next} (${error.code}); choose another port, such as --port=3000`,
          ),
        )
    })
    server.once('listening', () => resolve((server.address() as AddressInfo).port))
    server.listen({ port, host })
  })
