// A story's text once it is HTML: whether it has furniture, its dateline, one entry of a live blog.

import { escapeHtml } from '../domain/escape.ts'
import { remember } from '../domain/remember.ts'

/** Only furniture makes such elements: typed HTML stays text. */
const furniture = /<(?:aside|section|article|caption|video|audio|sup)\b|class="(?:embed|timeline)"/

const setApart = /<(?:table|pre)\b|class="pullquote"/

/** Whether a page needs set-apart.css. */
export const hasSetApart = (html: string): boolean => setApart.test(html)

/** Whether a page needs furniture.css. */
export const hasFurniture = (html: string): boolean => furniture.test(html)

/** Key points and fact boxes may stand above a story's first words. */
const opening = /^((?:\s*<aside class="\w+">[\s\S]*?<\/aside>)*\s*<p>)/

/** `dateline`: where the story was filed; it goes before the first words. Null for none. */
export const withDateline = (html: string, dateline: string | null): string => {
  if (dateline === null) return html
  const bold = `<b class="dateline">${escapeHtml(dateline)}</b>`
  const text = html.trimStart()
  return opening.test(text)
    ? text.replace(opening, (_all, before: string) => `${before}${bold} — `)
    : `<p>${bold}</p>\n${text}`
}

/** One entry of a live blog, without its time and headline, which the feed shows anyway. `index`: 0 is the newest. */
export const entryHtml = (html: string, index: number): string => {
  const [entry = ''] = (articlesOf(html)[index] ?? '').split('</article>')
  return entry.replace(/^\s*<p><a [^>]*><time[\s\S]*?<\/p>\s*(?:<(h\d)\b[\s\S]*?<\/\1>\s*)?/, '')
}

/** Only entries make articles: typed HTML stays text. A feed asks for one after the other. */
const articlesOf = remember(4, (html: string): readonly string[] => html.split('<article>').slice(1))
