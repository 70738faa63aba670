// Feeds that templates of the old site make, told by the names of their files.

import type { FeedFormat } from '../../domain/feeds.ts'

/** Null for a file that is no feed. `text`: its template, where that is known. */
export const feedOfFile = (path: string, text = ''): FeedFormat | null => {
  const format = formatOfName(path)
  return format === 'rss' && /<feed\b/.test(text) ? 'atom' : format
}

const formatOfName = (path: string): FeedFormat | null => {
  const name = path.split('/').at(-1)?.toLowerCase() ?? ''
  if (/sitemap|opensearch|browserconfig|manifest|search/.test(name)) return null
  if (/^(?:atom|atom-feed)\.xml$|\.atom$/.test(name)) return 'atom'
  if (/^(?:feed|rss|index|news|posts|blog)(?:[-_.]\w+)?\.xml$|\.rss$/.test(name)) return 'rss'
  return /^feed(?:[-_.]\w+)?\.json$/.test(name) ? 'json' : null
}
