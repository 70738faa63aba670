// The text of an item, where the feed has all of it: many have only a summary.

import { textOfHtml } from '../../text/plain-text.ts'
import type { FeedItem } from './feed-item.ts'

/** At the end of a text that goes on elsewhere. */
const cut =
  /(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3}|(?:\b(?:continue|keep) reading|\bread (?:more|on|the (?:full|rest|whole|entire))|\bweiterlesen|\bmehr lesen|\blire la suite|\bleer más|\bseguir leyendo|\bleia mais|\bleggi tutto|\blees meer|\bläs mer|続きを読む|阅读全文|читать далее)[^.!?]{0,120}?)[\s»→>)\]]*$/iu

export const isCut = (html: string): boolean => cut.test(textOfHtml(html).slice(-250))

const hasSomething = (html: string): boolean =>
  textOfHtml(html) !== '' || /<(?:img|iframe|video|audio)\b/i.test(html)

/** Of a text in a field for summaries. */
const isLong = (html: string): boolean =>
  (html.match(/<\/p>|<br|<\/li>|<h[2-6]\b/gi) ?? []).length >= 2 || textOfHtml(html).length >= 800

/** Null where the item has only a summary of its text. */
export const textOfItem = ({
  content,
  summary,
  title,
}: Pick<FeedItem, 'content' | 'summary' | 'title'>): string | null => {
  if (hasSomething(content)) return content
  if (!hasSomething(summary) || isCut(summary)) return null
  // What has no headline is all in its description, as short notes are.
  return title.trim() === '' || isLong(summary) ? summary : null
}
