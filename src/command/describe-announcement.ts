// An announcement in words.

import type { Announced } from '../announce/announce.ts'
import type { Announcement, ChangedUrl } from '../announce/announcement.ts'

const describeUrl = ({ url, isGone }: ChangedUrl): string => (isGone ? `${url} (removed)` : url)

/** "https://newsroom.example/rss.xml", "12 pages". */
const describeChanged = (changed: readonly ChangedUrl[]): string => {
  const [one, ...others] = changed.map(describeUrl)
  return one !== undefined && others.length === 0 ? one : `${changed.length} pages`
}

/** In full: a line for each of several pages. */
export const describePending = ({ endpoint, changed }: Announcement): string => {
  const urls = changed.map(describeUrl)
  const pages = urls.length === 1 ? [] : urls
  return [`would announce ${describeChanged(changed)} to ${endpoint}`, ...pages].join('\n  ')
}

export const describeAnnounced = (announced: Announced): string => {
  if (announced.is === 'skipped') {
    const { endpoint, count } = announced
    return `skipped ${count} more ${count === 1 ? 'announcement' : 'announcements'} to ${endpoint}; the next run tries again`
  }
  const { endpoint, changed } = announced.announcement
  return announced.is === 'sent'
    ? `announced ${describeChanged(changed)} to ${endpoint}`
    : `could not announce ${describeChanged(changed)}: ${announced.reason}`
}
