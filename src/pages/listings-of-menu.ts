// The sections: every page's menu leads to them, so they have a front and a feed before their first story.

import type { Listing } from '../archive/listing.ts'
import type { PageContext } from './page-kind.ts'

export const listingsOfMenu = ({ newsroom }: PageContext): readonly Listing[] =>
  newsroom.sections.map(({ key }): Listing => ({ of: 'section', key }))

/** Whether the listing has its entrance and its feed though it has no stories. */
export const isInMenu = (listing: Listing, { newsroom }: PageContext): boolean =>
  listing.of === 'site' ||
  (listing.of === 'section' && newsroom.sections.some(({ key }) => key === listing.key))
