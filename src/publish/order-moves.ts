// The order in which files go to readers: at no moment does a page that they reach link to one that is not there.

import { indexOrder } from '../store/bundle.ts'
import { uncompressedOf } from '../store/compressed.ts'
import type { OutputChanges } from '../store/output-changes.ts'

/**
 * Every added and changed file once: other files, added pages, added feeds, an added front, changed pages, changed feeds.
 * A front that was not there before comes once all that it links to is there.
 */
export const orderMoves = (changes: OutputChanges): readonly string[] => {
  const ordered = [...new Set(byKind(changes))]
  if (!changes.added.includes(front)) return ordered
  const changed = new Set(changes.changed)
  const isLater = (file: string) => changed.has(file) && (isHtmlFile(file) || isFeed(file))
  const others = ordered.filter(file => !isFront(file))
  return [...others.filter(file => !isLater(file)), ...ordered.filter(isFront), ...others.filter(isLater)]
}

/** Compressed copies first: servers send them also when the file itself is gone. */
export const orderRemovals = (removed: readonly string[]): readonly string[] => {
  const isCompressed = (file: string) => uncompressedOf(file) !== file
  return [...removed.filter(isCompressed), ...removed.filter(file => !isCompressed(file))]
}

/** Of other files, those of a search index go before its entry. A compressed copy before its file would show it too early. */
const byKind = ({ added, changed }: OutputChanges): readonly string[] => [
  ...[...added, ...changed]
    .filter(file => !isHtmlFile(file) && !isFeed(file))
    .sort((one, other) => indexOrder(one) - indexOrder(other)),
  ...added.filter(isHtmlFile),
  ...added.filter(isFeed),
  ...changed.filter(isHtmlFile),
  ...changed.filter(isFeed),
]

const isHtmlFile = (file: string): boolean => uncompressedOf(file).endsWith('.html')

/** Data and redirects are followed like the links of a feed; the entry of a search index goes before the pages. */
const isFeed = (file: string): boolean =>
  /^(?!search\/).*\.(?:xml|opml|json)$/.test(uncompressedOf(file)) || file === '_redirects'

const front = 'index.html'
const isFront = (file: string): boolean => uncompressedOf(file) === front
