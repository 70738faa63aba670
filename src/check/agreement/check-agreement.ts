// Page, JSON-LD, Open Graph, feeds, ninjs and news sitemap must all agree with the story itself.
//
// Each rendered page, feed, sitemap and data file is read back: its headline, address, times, authors,
// section and corrections must be those of the story in the archive, whatever its layout or its page kind
// made of them. One difference fails the build and names both. `check/standards/` holds each file against its
// standard, `check/as-planned/` against the plan: its entries, their order, and where it leads.

import type { PageFault } from '../page-fault.ts'
import type { Claim } from './claim.ts'
import { compareClaim } from './compare-claim.ts'
import type { FindStory } from './find-story.ts'

/** An address with a #, in a feed, is an entry of a live blog, or a correction: it has a headline and a time of its own. */
const coversStory = ({ source, url }: Claim): boolean => source !== 'this feed' || !url.includes('#')

export const checkAgreement = (
  claims: readonly Claim[],
  findStory: FindStory,
  zone: string,
): readonly PageFault[] =>
  claims.filter(coversStory).flatMap(each => compareClaim(each, findStory(each.url), zone))
