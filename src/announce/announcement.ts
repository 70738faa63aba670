// Pending changes as announcements: one request each, to a hub or to search engines.

import type { Site } from '../domain/newsroom.ts'
import { urlOfFile } from '../store/output.ts'
import type { QueuedAnnouncement } from '../store/rows.ts'
import { recipientAndFile } from './announcement-queue.ts'

/** A published file, or one that was removed. */
export type ChangedUrl = Pick<QueuedAnnouncement, 'isGone' | 'times'> & {
  /** Of its row. */
  readonly key: string
  /** In full. */
  readonly url: string
}

/** One request. */
export type Announcement = {
  /** The address that gets the request. */
  readonly endpoint: string
  readonly changed: readonly ChangedUrl[]
} & (
  | { readonly to: 'hub' }
  | {
      readonly to: 'indexNow'
      readonly key: string
      readonly host: string
      readonly keyLocation: string
    }
)

/** https://www.indexnow.org/documentation */
const mostUrls = 10_000

/** First feeds, each by itself, then pages. */
export const announcementsOf = (
  site: Site,
  rows: Iterable<readonly [key: string, row: QueuedAnnouncement]>,
): readonly Announcement[] => {
  const changed = { hub: [] as ChangedUrl[], indexNow: [] as ChangedUrl[] }
  for (const [key, { isGone, times }] of rows) {
    const [recipient, file] = recipientAndFile(key)
    changed[recipient].push({ key, url: new URL(urlOfFile(file), site.url).href, isGone, times })
  }
  const { hub } = site.feeds
  return [
    ...(hub === null
      ? []
      : changed.hub.map((feed): Announcement => ({ to: 'hub', endpoint: hub, changed: [feed] }))),
    ...inBatches(changed.indexNow).flatMap(batch => toIndexNow(site, batch)),
  ]
}

const toIndexNow = ({ url, indexNow }: Site, changed: readonly ChangedUrl[]): readonly Announcement[] => {
  if (indexNow === null) return []
  const { key, endpoint } = indexNow
  const keyLocation = new URL(`/${key}.txt`, url).href
  return [{ to: 'indexNow', endpoint: endpoint, key, host: new URL(url).host, keyLocation, changed }]
}

const inBatches = (urls: readonly ChangedUrl[]): readonly (readonly ChangedUrl[])[] =>
  Array.from({ length: Math.ceil(urls.length / mostUrls) }, (_, at) =>
    urls.slice(at * mostUrls, (at + 1) * mostUrls),
  )
