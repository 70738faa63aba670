// The newsroom as those who look have it.

import type { Audience } from '../domain/lifecycle.ts'
import type { Newsroom } from '../domain/newsroom.ts'

/** Editors look at pages: without most of what only machines read, a save shows in half the time. */
export const newsroomFor = (newsroom: Newsroom, audience: Audience): Newsroom => {
  if (audience === 'readers') return newsroom
  const { site } = newsroom
  const feeds = { ...site.feeds, formats: site.feeds.formats.slice(0, 1), archives: false }
  return { ...newsroom, site: { ...site, feeds, ninjs: false } }
}
