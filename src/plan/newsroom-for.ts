// Site settings for an audience: the preview skips what only machines read.

import type { Audience } from '../domain/audience.ts'
import type { Newsroom } from '../domain/newsroom.ts'

/** Without feeds, archives and data a save shows in half the time. */
export const newsroomFor = (newsroom: Newsroom, audience: Audience): Newsroom => {
  if (audience.machineData) return newsroom
  const { site } = newsroom
  const feeds = { ...site.feeds, formats: site.feeds.formats.slice(0, 1), archives: false }
  return { ...newsroom, site: { ...site, feeds, ninjs: false } }
}
