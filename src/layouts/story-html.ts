// What layouts ask of a story's text once it is HTML.

import { escapeHtml } from '../domain/escape.ts'

/** Only furniture makes such elements: typed HTML stays text. */
const furniture = /<(?:aside|section|article|caption|video|audio|sup)\b|class="(?:embed|timeline)"/

/** Whether a page needs furniture.css. */
export const hasFurniture = (html: string): boolean => furniture.test(html)

/** Key points and fact boxes may stand above a story's first words. */
const opening = /^((?:\s*<aside class="\w+">[\s\S]*?<\/aside>)*\s*<p>)/

/** The place that a story was filed from, before its first words. */
export const withDateline = (html: string, place: string | null): string => {
  if (place === null) return html
  const dateline = `<b class="dateline">${escapeHtml(place)}</b>`
  const text = html.trimStart()
  return opening.test(text)
    ? text.replace(opening, (_all, before: string) => `${before}${dateline} — `)
    : `<p>${dateline}</p>\n${text}`
}

/** What an entry of a live blog says, counted from the newest: without its time and headline, which its feed has anyway. */
export const entryOf = (html: string, place: number): string => {
  // Only entries make articles: typed HTML stays text.
  const [, ...entries] = html.split('<article>')
  const [entry = ''] = (entries[place] ?? '').split('</article>')
  return entry.replace(/^\s*<p><a [^>]*><time[\s\S]*?<\/p>\s*(?:<(h\d)\b[\s\S]*?<\/\1>\s*)?/, '')
}
