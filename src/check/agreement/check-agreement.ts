// Page, JSON-LD, Open Graph, feeds, ninjs and news sitemap must all tell of a story what the story itself says.

import type { PageFault } from '../page-fault.ts'
import { type Claim, compareClaims } from './compare-claims.ts'
import type { FindStory } from './find-story.ts'

/** A place on a page, in a feed, is an entry of a live blog, or a correction: it has a headline and a time of its own. */
const isWhole = ({ by, url }: Claim): boolean => by !== 'this feed' || !url.includes('#')

export const checkAgreement = (
  claims: readonly Claim[],
  findStory: FindStory,
  zone: string,
): readonly PageFault[] =>
  claims.filter(isWhole).flatMap(each => compareClaims(each, findStory(each.url), zone))
