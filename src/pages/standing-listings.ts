// The listings that have a front and feeds before their first story: menus lead to sections, and who waits for breaking
// news subscribes before there is any.

import type { Listing } from '../domain/listing.ts'
import type { PageContext } from './page-kind.ts'

export const standingListings = ({ newsroom }: PageContext): readonly Listing[] => [
  { of: 'site' },
  { of: 'breaking' },
  ...newsroom.sections.map(({ key }): Listing => ({ of: 'section', key })),
]

export const isStanding = (listing: Listing, { newsroom }: PageContext): boolean =>
  listing.of === 'site' ||
  listing.of === 'breaking' ||
  (listing.of === 'section' && newsroom.sections.some(({ key }) => key === listing.key))
