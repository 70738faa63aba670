// Answers with the pages of a view, and with what went wrong where there is none.

import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Middleware } from '@11ty/eleventy-dev-server'
import { plainReason } from '../system/explain-disk-fault.ts'
import { emptyPage, overlayOf } from './overlay.ts'
import type { Trouble } from './rebuild.ts'
import type { ViewedPage } from './view-pages.ts'

/** Decoded. The guard has refused what is not well-formed. */
export const pathOf = (url = '/'): string =>
  decodeURIComponent(new URL(url, 'http://preview.invalid').pathname)

/** `folder`: of the pages with drafts. */
export const showView =
  (page: (path: string) => Promise<ViewedPage>, folder: string): Middleware =>
  (request, response, next) =>
    orTrouble(response, async () => {
      const path = pathOf(request.url)
      const found = await page(path)
      if (found.is === 'same') return next()
      if (found.is === 'failed') return showOnly(response, found.trouble)
      const shown = found.is === 'page' ? found : await page('/404.html')
      response.statusCode = found.is === 'page' ? 200 : 404
      response.setHeader('Content-Type', found.is === 'page' ? typeOf(path) : htmlType)
      const content = shown.is === 'page' ? shown.content : readFileSync(join(folder, '404.html'))
      // The library changes text alone.
      response.end(isHtml(response) ? content.toString() : content)
    })

/** What throws must not end the preview. */
export const orTrouble = async (response: ServerResponse, work: () => unknown): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (process.env.DEBUG) console.error(error)
    showOnly(response, { kind: 'crash', message: plainReason(error, process.cwd()) })
  }
}

const showOnly = (response: ServerResponse, trouble: Trouble): void => {
  response.statusCode = 503
  response.setHeader('Content-Type', htmlType)
  response.end(emptyPage(overlayOf(trouble)))
}

export const htmlType = 'text/html; charset=utf-8'

const types: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}

const typeOf = (path: string): string =>
  path.endsWith('/') || path.endsWith('.html')
    ? htmlType
    : (types[path.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8')

export const isHtml = (response: ServerResponse): boolean =>
  String(response.getHeader('Content-Type')).startsWith('text/html')
