// A page for editors: drafts, held stories and what is kept back, with why, and when each goes live.

import { escapeHtml } from '../domain/escape.ts'
import { type KeptBack, problemsOfKept } from '../domain/kept-back.ts'
import { visibleLine } from '../domain/visible-text.ts'
import type { Status } from '../pipeline/status.ts'

/** Beside what `npm run status` knows: where a story stands in the preview, and how times are written. */
type Shown = {
  readonly urlOf: (file: string) => string | null
  readonly timeOf: (instant: Status['published']) => string
}

export const storiesStyle = `:root{color-scheme:light dark}
body{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 6rem;font:17px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
ul{padding:0;list-style:none}li{padding:.75rem 0;border-top:1px solid #8888}
p{margin:0}code{font:14px/1.5 ui-monospace,monospace}
:focus-visible{outline:3px solid;outline-offset:2px}`

export const storiesPage = (status: Status, { urlOf, timeOf }: Shown): string => {
  const entry = (file: string, title: string, ...lines: readonly string[]) => {
    const url = urlOf(file)
    const name = escapeHtml(visibleLine(title || file))
    const head = url === null ? name : `<a href="${escapeHtml(url)}">${name}</a>`
    const rest = [...lines, `<code>${escapeHtml(visibleLine(file))}</code>`]
    return `<li><p><strong>${head}</strong></p>${rest.map(line => `<p>${line}</p>`).join('')}</li>`
  }
  const { drafts, held, keptBack, due } = status
  return page([
    list(
      'Kept back',
      keptBack.map(kept => entry(kept.file, '', stateOf(kept), ...problemsOf(kept))),
      'Nothing is kept back.',
    ),
    list(
      'Held',
      held.map(({ file, title, release }) => entry(file, title, `goes live ${escapeHtml(timeOf(release))}`)),
      'No story is held.',
    ),
    list(
      'Drafts',
      drafts.map(({ file, title }) => entry(file, title, 'goes live when somebody releases it')),
      'There are no drafts.',
    ),
    list(
      'Falls due',
      due.map(({ file, title, at }) => entry(file, title, `changes ${escapeHtml(timeOf(at))}`)),
      'Nothing falls due.',
    ),
  ])
}

const page = (parts: readonly string[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Drafts, held and kept back</title><style>${storiesStyle}</style></head>
<body><main><h1>Drafts, held and kept back</h1>
<p><a href="/">To the front</a></p>
${parts.join('\n')}</main></body></html>`

const list = (heading: string, items: readonly string[], none: string): string =>
  `<section><h2>${heading}${items.length === 0 ? '' : ` (${items.length})`}</h2>${
    items.length === 0 ? `<p>${none}</p>` : `<ul>${items.join('\n')}</ul>`
  }</section>`

const stateOf = ({ shown }: KeptBack): string =>
  ({
    last: 'the preview shows it as it was before it had problems',
    nothing: 'the preview does not show it',
    ahead: 'the preview does not show it; it is a draft, or its time is still to come',
  })[shown]

const problemsOf = (kept: KeptBack): readonly string[] =>
  problemsOfKept(kept).map(({ location, severity, code, message, hint }) => {
    const where = `${location.line}:${location.column} ${severity} ${code}`
    return `<code>${escapeHtml(where)}</code> ${escapeHtml(visibleLine(message))} → ${escapeHtml(visibleLine(hint))}`
  })
