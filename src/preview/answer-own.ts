// What a view's server says of the preview itself: the bar's script, the way to another view, the list of stories.

import type { ServerResponse } from 'node:http'
import type { Middleware } from '@11ty/eleventy-dev-server'
import type { Instant } from '../domain/instant.ts'
import { unreachable } from '../domain/unreachable.ts'
import { createReaderTime } from '../time/reader-time.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { type BarState, barPath, barScript, goPath, listPath } from './bar-script.ts'
import type { Overview } from './overview.ts'
import { storiesPage } from './stories-page.ts'
import { instantOfField, type View } from './view.ts'

type Answering = {
  readonly view: View
  readonly overview: () => Promise<Overview>
  /** The port at which a view is served. */
  readonly portOf: (view: View) => Promise<number>
}

export const answerOwn =
  ({ view, overview, portOf }: Answering): Middleware =>
  async (request, response, next) => {
    const asked = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const { pathname, searchParams: fields } = asked
    if (![barPath, listPath, goPath].includes(pathname)) return next()
    const found = await overview()
    const { timezone } = found.status
    if (pathname === barPath) return answer(response, 200, 'text/javascript', barScript(stateOf(view, found)))
    if (pathname === listPath) return answer(response, 200, 'text/html', storiesPage(found.status, found))
    const wanted = viewAsked(fields, timezone)
    if (wanted === null) return answer(response, 400, 'text/plain', noSuchTime(timezone))
    response.statusCode = 302
    response.setHeader('Location', `http://${asked.hostname}:${await portOf(wanted)}${pathOf(fields)}`)
    response.end()
  }

/** Of that server alone, whatever was asked for. */
const pathOf = (fields: URLSearchParams): string => {
  const path = (fields.get('to') ?? '/').replace(/^[/\\]*/, '/')
  const { pathname, search, hash } = new URL(`http://preview.invalid${path}`)
  return pathname + search + hash
}

const viewAsked = (fields: URLSearchParams, timezone: string): View | null => {
  const kind = fields.get('view')
  if (kind !== 'at') return { kind: kind === 'readers' ? 'readers' : 'drafts' }
  const at = instantOfField(fields.get('time') ?? '', timezone)
  return at === null ? null : { kind, at }
}

const noSuchTime = (timezone: string): string =>
  `There is no such time in ${timezone}: write it as 2024-10-24T14:00, and not into an hour that the clocks skip.`

const stateOf = (view: View, { status: { published, timezone }, marks }: Overview): BarState => ({
  ...{ view: view.kind, label: labelOf(view, timezone), timezone },
  time: rfc3339(view.kind === 'at' ? view.at : published, timezone).slice(0, 16),
  marks: view.kind === 'drafts' ? marks : {},
})

const labelOf = (view: View, timezone: string): string => {
  switch (view.kind) {
    case 'drafts':
      return 'With drafts'
    case 'readers':
      return 'Readers now'
    case 'at':
      return `At ${timeOf(view.at, timezone)}`
    default:
      return unreachable(view)
  }
}

const timeOf = (at: Instant, timezone: string): string => createReaderTime(timezone, 'en-GB').dateTime(at)

const answer = (response: ServerResponse, status: number, type: string, text: string): void => {
  response.statusCode = status
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.end(text)
}
