// An announcement in words.

import type { Announcement, ChangedUrl } from '../announce/announcement.ts'
import type { AnnouncedUrls, AnnouncementEvent } from '../domain/event.ts'

const describeUrl = ({ url, isGone }: Pick<ChangedUrl, 'url' | 'isGone'>): string =>
  isGone ? `${url} (removed)` : url

/** "https://newsroom.example/rss.xml", "12 pages". */
const describeChanged = ({ changed }: AnnouncedUrls): string => {
  const [one, ...others] = changed.map(describeUrl)
  return one !== undefined && others.length === 0 ? one : `${changed.length} pages`
}

/** In full: a line for each of several pages. */
export const describePending = (announcement: Announcement): string => {
  const urls = announcement.changed.map(describeUrl)
  const pages = urls.length === 1 ? [] : urls
  return [`would announce ${describeChanged(announcement)} to ${announcement.endpoint}`, ...pages].join(
    '\n  ',
  )
}

export const describeAnnouncement = (event: AnnouncementEvent): string => {
  switch (event.type) {
    case 'announced':
      return `announced ${describeChanged(event.announcement)} to ${event.announcement.endpoint}`
    case 'announcement-failed':
      return `could not announce ${describeChanged(event.announcement)}: ${event.reason}; the next run tries again`
    case 'announcements-skipped': {
      const noun = event.count === 1 ? 'announcement' : 'announcements'
      return `skipped ${event.count} more ${noun} to ${event.endpoint}; the next run tries again`
    }
  }
}
