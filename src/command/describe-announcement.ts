// An announcement in words.

import type { Announced } from '../announce/announce.ts'
import type { Announcement, ChangedUrl } from '../announce/announcement.ts'

const describeUrl = ({ url, isGone }: ChangedUrl): string => (isGone ? `${url} (removed)` : url)

const describe = ({ endpoint, changed }: Announcement): string => {
  const [one, ...others] = changed.map(describeUrl)
  return `${endpoint} of ${others.length === 0 ? one : `${changed.length} pages`}`
}

/** In full: a line for each of several pages. */
export const describePending = (announcement: Announcement): string => {
  const urls = announcement.changed.map(describeUrl)
  return [`would tell ${describe(announcement)}`, ...(urls.length === 1 ? [] : urls)].join('\n  ')
}

export const describeAnnounced = (announced: Announced): string => {
  if (announced.is === 'skipped') {
    const { endpoint, count } = announced
    return `${endpoint} is left alone now: ${count} more ${count === 1 ? 'announcement stays' : 'announcements stay'} owed`
  }
  const what = describe(announced.announcement)
  return announced.is === 'sent' ? `told ${what}` : `not told: ${what}; ${announced.reason}`
}
