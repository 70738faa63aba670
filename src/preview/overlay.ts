// The notice that an editor sees in the browser after a build that failed: its problems, over the last good page.

import { escapeHtml } from '../domain/escape.ts'
import type { KeptBack } from '../domain/kept-back.ts'
import { isError, type Location, type Problem, startInText } from '../domain/problem.ts'
import { nameOf } from '../domain/site-paths.ts'
import { visibleLine, visibleText } from '../domain/visible-text.ts'
import type { Trouble } from './rebuild.ts'

/** More would bury the page; the terminal has them all. */
const most = 20

// The site's own styles must not apply here: `all: revert` undoes them.
export const overlayStyle = `#dateline-trouble,#dateline-trouble *{all:revert}
#dateline-trouble{position:fixed;z-index:2147483647;inset:auto 0 0;max-height:70vh;overflow:auto;box-sizing:border-box;padding:0 1.25rem;background:#1d1f21;color:#f4f1ec;border-top:4px solid #ff7b6b;font:16px/1.5 system-ui,sans-serif;text-align:left;direction:ltr;color-scheme:dark;outline:0}
#dateline-trouble summary{position:sticky;top:0;padding:.75rem 0;background:#1d1f21;cursor:pointer}
#dateline-trouble h2{display:inline;font-size:1.125rem;margin:0}
#dateline-trouble ol{margin:0;padding:0;list-style:none}
#dateline-trouble li{padding:.75rem 0;border-top:1px solid #55585c}
#dateline-trouble p{margin:0;overflow-wrap:anywhere}
#dateline-trouble code,#dateline-trouble pre{font:14px/1.6 ui-monospace,monospace}
#dateline-trouble .code{color:#ffb3a7}
#dateline-trouble pre{margin:.25rem 0;padding:.25rem .75rem;background:#2b2e31;white-space:pre-wrap;overflow-wrap:anywhere}
#dateline-trouble mark{background:#ff7b6b;color:#1d1f21}
#dateline-trouble .note{padding:.75rem 0;border-top:1px solid #55585c;color:#c9c5be}
#dateline-trouble :focus-visible{outline:3px solid #8ec7ff;outline-offset:2px}`

/** The overlay's markup. Whatever editors or layouts wrote is escaped. */
export const overlayOf = (trouble: Trouble): string =>
  notice({
    title: titleOf(trouble),
    content:
      trouble.kind === 'problems' ? listOf(trouble.problems) : `<pre>${escapeHtml(trouble.message)}</pre>`,
    note: 'Behind this notice is the last good page. Fix the problems and save: the notice goes away by itself.',
    isOpen: true,
  })

/** Open on the page of a story that is kept back, or where it would be; elsewhere one line says that there are some. */
export const overlayOfKept = (keptBack: readonly KeptBack[], asked: string): string | null => {
  if (keptBack.length === 0) return null
  const path = new URL(asked, 'http://preview.invalid').pathname
  const here = keptBack.filter(kept => isAt(kept, path))
  const shownHere = here.length > 0 ? here : keptBack
  const problems = [...new Set(shownHere.flatMap(({ problems: found }) => found))]
  return notice({
    title: here.length > 0 ? titleOf({ kind: 'problems', problems }) : kept(keptBack),
    content: listOf(problems),
    note: 'Everything else is shown as it is. A story with problems is left out, or shown as it was before them; fix them and save: this notice goes away by itself.',
    isOpen: here.length > 0,
  })
}

const kept = ({ length }: readonly KeptBack[]): string =>
  length === 1 ? '1 file with problems is kept back' : `${length} files with problems are kept back`

/** A story that was never shown has no address yet, but for the name of its file. */
const isAt = ({ file, url }: KeptBack, path: string): boolean =>
  url === null ? path.endsWith(`/${nameOf(file).replace(/\.md$/, '')}/`) : url === path

type Notice = {
  readonly title: string
  /** HTML. */
  readonly content: string
  readonly note: string
  readonly isOpen: boolean
}

const notice = ({ title, content, note, isOpen }: Notice): string =>
  `<style>${overlayStyle}</style>
<div id="dateline-trouble" role="${isOpen ? 'alertdialog' : 'note'}" aria-labelledby="dateline-trouble-title"${isOpen ? ' tabindex="-1" autofocus' : ''}>
<details${isOpen ? ' open' : ''}>
<summary><h2 id="dateline-trouble-title">${title}</h2></summary>
${content}
<p class="note">${note}</p>
</details>
</div>`

/** Any page with the overlay on it. */
export const withOverlay = (page: string, overlay: string): string => {
  const end = page.lastIndexOf('</body>')
  return end === -1 ? page + overlay : page.slice(0, end) + overlay + page.slice(end)
}

/** The page for every url while nothing has been built yet. */
export const emptyPage = (overlay: string): string =>
  withOverlay(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nothing to show yet</title></head><body><p>Nothing has been built yet.</p></body></html>',
    overlay,
  )

const titleOf = (trouble: Trouble): string => {
  if (trouble.kind === 'crash') return 'The build failed'
  const count = trouble.problems.filter(isError).length
  return count === 1 ? '1 problem to fix' : `${count} problems to fix`
}

const listOf = (problems: readonly Problem[]): string => {
  const sorted = [...problems.filter(isError), ...problems.filter(problem => !isError(problem))]
  const left = sorted.length - most
  const more = left > 0 ? `<li><p>… and ${left} more: see the terminal.</p></li>` : ''
  return `<ol>${sorted.slice(0, most).map(itemOf).join('')}${more}</ol>`
}

const itemOf = ({ location, code, severity, message, hint }: Problem): string =>
  `<li><p><code>${escapeHtml(`${visibleLine(location.file)}:${location.line}:${location.column}`)}</code> <code class="code">${severity} ${escapeHtml(code)}</code></p>
<p><strong>${shown(message)}</strong></p>
${lineOf(location)}<p>→ ${shown(hint)}</p></li>`

const shown = (text: string): string => escapeHtml(visibleText(text))

const lineOf = (location: Location): string => {
  const { text, length } = location
  if (text.trim() === '') return ''
  const start = Math.min(startInText(location), text.length)
  const end = Math.min(start + Math.max(1, length), text.length)
  const marked = shown(text.slice(start, end)) || ' '
  return `<pre>${shown(text.slice(0, start))}<mark>${marked}</mark>${shown(text.slice(end))}</pre>\n`
}
