// What layouts ask of a story's text once it is HTML.

import { escapeHtml } from './escape-html.ts'

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
