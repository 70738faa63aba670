// The order in which files go to readers: at no moment does a page that they reach link to one that is not there.

import { stepInIndex } from '../store/bundle.ts'
import type { Changes } from '../store/changes.ts'
import { uncompressedOf } from '../store/compressed.ts'

/**
 * Pictures and other files, those of a search index before what leads to them, then new pages, then new feeds, then the pages that link to them, and the feeds last. The
 * compressed forms of a file follow it: before, they would show it too early.
 */
export const orderMoves = ({ added, changed }: Changes): readonly string[] => [
  ...[...added, ...changed]
    .filter(file => !isHtmlFile(file) && !isFeed(file))
    .sort((one, other) => stepInIndex(one) - stepInIndex(other)),
  ...added.filter(isHtmlFile),
  ...added.filter(isFeed),
  ...changed.filter(isHtmlFile),
  ...changed.filter(isFeed),
]

/** Compressed forms first: servers send them also when the file itself is gone. */
export const orderRemovals = (removed: readonly string[]): readonly string[] => {
  const isEncoding = (file: string) => uncompressedOf(file) !== file
  return [...removed.filter(isEncoding), ...removed.filter(file => !isEncoding(file))]
}

export const isHtmlFile = (file: string): boolean => uncompressedOf(file).endsWith('.html')

/** Data and redirects are followed like the links of a feed; what leads to a search index goes before the pages. */
export const isFeed = (file: string): boolean =>
  /^(?!search\/).*\.(?:xml|opml|json)$/.test(uncompressedOf(file)) || file === '_redirects'
