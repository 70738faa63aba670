// Page, JSON-LD, Open Graph, feeds, ninjs and news sitemap must all tell of a story what the story itself says.

import type { PageFault } from './page-problem.ts'
import { compareTold, type Told } from './told/told.ts'
import type { FindStory } from './told/true-stories.ts'

/** A place on a page, in a feed, is an entry of a live blog, or a correction: it has a headline and a time of its own. */
const isWhole = ({ by, url }: Told): boolean => by !== 'this feed' || !url.includes('#')

export const checkTold = (told: readonly Told[], findStory: FindStory, zone: string): readonly PageFault[] =>
  told.filter(isWhole).flatMap(each => compareTold(each, findStory(each.url), zone))
