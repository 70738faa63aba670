// A build that is planned: all that rendering, checking and publishing go by.

import type { Content } from '../archive/content.ts'
import type { Month } from '../domain/instant.ts'
import type { SeenChange } from '../domain/seen-change.ts'
import type { Layouts } from '../store/rows.ts'
import type { Plan } from './plan.ts'
import type { Standing } from './standing.ts'

export type PlannedSearch = {
  /** Output paths of what goes with this publish. */
  readonly removals: readonly string[]
  /** The new text of the list of bundles; null when it stays as it is. */
  readonly list: string | null
}

/** A story that changed, and the month in whose row it may stand; null where it stands in none. */
export type NowhereChange = { readonly file: string; readonly month: Month | null }

export type UnplannedBuild = Content & {
  /** Minified. */
  readonly layouts: Layouts
  readonly basisDigest: string
}

/** Without the stories: a whole archive of them is in the tables already. */
export type PlannedBuild = Omit<
  UnplannedBuild,
  'stories' | 'curations' | 'fronts' | 'redirects' | 'before'
> & {
  readonly plan: Plan
  readonly standing: Standing
  /** Files of stories that were live at the last publish, and are not any more. */
  readonly hiddenSince: readonly string[]
  readonly search: PlannedSearch
  /** Changed stories that have, or had, links to pages that did not come along. */
  readonly nowhere: readonly NowhereChange[]
  /** What readers see become of stories; null where nobody knows what they had. */
  readonly seen: readonly SeenChange[] | null
}
