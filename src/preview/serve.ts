// A server of the preview: Eleventy's own, with the overlay and the bar put into its pages. Each view has one.

import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import EleventyDevServer, { type Middleware } from '@11ty/eleventy-dev-server'
import type { KeptBack } from '../domain/kept-back.ts'
import { ownPath, withBar } from './bar-script.ts'
import type { Door } from './door.ts'
import { guardServer } from './guard-server.ts'
import { emptyPage, overlayOf, overlayOfKept, withOverlay } from './overlay.ts'
import { previewHeaders, type ServedSite } from './preview-headers.ts'
import type { Trouble } from './rebuild.ts'
import { refuseOutside } from './refuse-outside.ts'
import { htmlType, isHtml, orTrouble, pathOf, showView } from './show-view.ts'
import type { ViewedPage } from './view-pages.ts'

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
  /** At this machine. */
  readonly url: string
  readonly port: number
  /** Every open page loads itself again. */
  readonly reload: () => void
  readonly close: () => Promise<void>
}

/** What a server has of its own. */
export type Serving = {
  /** What answers below the preview's own path. */
  readonly own: Middleware
  /** The page of the view at a decoded path; null for a server of what is in the folder. */
  readonly page: ((path: string) => Promise<ViewedPage>) | null
  /** Null for this machine alone; else what other machines come in by. */
  readonly door: Door | null
}

const onlyFiles: Serving = { own: (_request, _response, next) => next(), page: null, door: null }

const thisMachine = '127.0.0.1'
const everywhere = '0.0.0.0'
const portsToTry = 20

/** Serves `folder` at `port`, or at the next one that is free; 0 takes any. */
export const serve = async (
  folder: string,
  port: number,
  shown: () => Shown,
  { own, page, door }: Serving = onlyFiles,
): Promise<PreviewServer> => {
  const server = EleventyDevServer.getServer('Dateline', folder, {
    middleware: [
      addBar,
      (request, response, next) =>
        pathOf(request.url).startsWith(ownPath)
          ? orTrouble(response, async () => own(request, response, next))
          : next(),
      showTrouble(shown),
      refuseOutside(folder),
      ...(page === null ? [] : [showView(page, folder)]),
    ],
    // Morphing a page would leave the overlay's focus and state behind.
    domDiff: false,
    headers: {},
    messageOnStart: () => false,
    logger: { info: () => {}, log: () => {}, error: printUnlessMissing },
  })
  const taken = await listen(server.server, port, door === null ? thisMachine : everywhere)
  guardServer(server.server, (asked, path) => previewHeaders(shown().served, asked, path), door)
  return {
    url: `http://${thisMachine}:${taken}`,
    port: taken,
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
      response.setHeader('Content-Type', htmlType)
      response.end(emptyPage(overlay))
      return
    }
    changeHtml(response, html => withOverlay(html, overlay))
    next()
  }

const addBar: Middleware = (_request, response, next) => {
  changeHtml(response, withBar)
  next()
}

const changeHtml = (response: ServerResponse, change: (html: string) => string): void => {
  const end = response.end.bind(response) as (content?: unknown, ...rest: unknown[]) => ServerResponse
  response.end = (content?: unknown, ...rest: unknown[]) =>
    end(typeof content === 'string' && isHtml(response) ? change(content) : content, ...rest)
}

/** Not the library's `serve`: it listens on every network that the machine is in, and drafts are for editors. */
const listen = (server: Server, port: number, host: string): Promise<number> =>
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
