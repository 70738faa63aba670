// The bar that changes the view, and the marks on links to drafts and held stories: a script beside the page, never in its markup.
//
// The bar hangs on the root element, behind the body, in a closed shadow tree with a sheet of its own: no rule of the page
// reaches it, and no rule of it reaches the page. A mark stands in such a tree after the words of its link.

import type { View } from './view.ts'

/** Below this path nothing of a site stands: files whose names begin with a point are never published. */
export const ownPath = '/.preview/'

export const barPath = `${ownPath}bar.js`
export const goPath = `${ownPath}go`
export const listPath = `${ownPath}stories/`

export type BarState = {
  readonly view: View['kind']
  /** What the bar says of the view. */
  readonly label: string
  readonly timezone: string
  /** For the field: the time of the view, without an offset. */
  readonly time: string
  /** By path: what stands on a link to a story that readers do not have. */
  readonly marks: Readonly<Record<string, string>>
}

const style = `:host{all:initial!important;position:fixed!important;z-index:2147483646!important;inset:auto 12px 12px auto!important;color-scheme:light dark!important}
:host([data-above]){bottom:64px!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box;font:15px/1.4 system-ui,sans-serif}
details{max-width:min(22rem,calc(100vw - 24px));background:#1d1f21;color:#f4f1ec;border:1px solid #8a8f94;border-radius:8px;box-shadow:0 2px 12px #0006}
summary{padding:10px 14px;cursor:pointer;font-weight:600;min-height:44px}
nav{display:grid;gap:4px;padding:0 14px 14px}
a,button{display:block;padding:10px 12px;min-height:44px;border-radius:6px;color:inherit;text-decoration:none;background:#34383c;border:0;text-align:start;cursor:pointer}
a[aria-current]{background:#f4f1ec;color:#1d1f21;font-weight:600}
form{display:grid;gap:4px;margin:0}
label{padding-top:6px;color:#c9c5be}
input{padding:8px 10px;min-height:44px;width:100%;border-radius:6px;border:1px solid #8a8f94;background:#fff;color:#111;color-scheme:light}
:focus-visible{outline:3px solid #8ec7ff;outline-offset:2px}`

const markStyle = `:host{all:initial!important;display:inline-block!important;vertical-align:middle!important;margin-inline-start:.4em!important}
span{display:inline-block;padding:2px 6px;border-radius:4px;background:#ffd54a;color:#1d1f21;font:600 12px/1.4 system-ui,sans-serif;white-space:nowrap}`

/** Plain JavaScript for the browser; `state` and the names are put before it. */
const program = `
const sheet = text => { const made = new CSSStyleSheet(); made.replaceSync(text); return made }
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value)
  element.append(...children)
  return element
}
const here = () => location.pathname + location.search + location.hash
const go = (view, time) => goPath + '?' + new URLSearchParams({ view, to: here(), ...(time ? { time } : {}) })

const shadowOf = (host, text) => {
  const shadow = host.attachShadow({ mode: 'closed' })
  shadow.adoptedStyleSheets = [sheet(text)]
  return shadow
}

const link = (view, text) => make('a', { href: go(view), 'aria-current': state.view === view ? 'page' : null }, text)
const field = make('input', { type: 'datetime-local', id: 'time', value: state.time, required: '' })
const choice = make('form', {}, make('label', { for: 'time' }, 'At a time (' + state.timezone + ')'), field, make('button', {}, 'Show that time'))
choice.addEventListener('submit', event => { event.preventDefault(); location.assign(go('at', field.value)) })
const host = make('dateline-preview')
shadowOf(host, style).append(
  make('details', {}, make('summary', {}, state.label),
    make('nav', { 'aria-label': 'Preview' }, link('drafts', 'With drafts'), link('readers', 'Readers now'), choice,
      make('a', { href: listPath }, 'Drafts, held and kept back'))))
if (document.getElementById('dateline-trouble')) host.setAttribute('data-above', '')
document.documentElement.append(host)

for (const anchor of document.querySelectorAll('body a[href]')) {
  let path = null
  try { path = anchor.origin === location.origin ? decodeURI(anchor.pathname) : null } catch {}
  const text = path !== null && anchor.textContent.trim() !== '' && state.marks[path]
  if (!text) continue
  const mark = make('dateline-mark')
  shadowOf(mark, markStyle).append(make('span', {}, text))
  anchor.append(mark)
}
`

export const barScript = (state: BarState): string =>
  `${Object.entries({ state, style, markStyle, goPath, listPath })
    .map(([name, value]) => `const ${name} = ${JSON.stringify(value)}`)
    .join('\n')}\n${program}`

/** Any page with the bar: a script in its head that no rule of the site can see. */
export const withBar = (page: string): string => {
  const head = page.indexOf('</head>')
  return head === -1
    ? page
    : `${page.slice(0, head)}<script type="module" src="${barPath}"></script>${page.slice(head)}`
}
