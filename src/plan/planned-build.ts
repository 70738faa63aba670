// A build that is planned: all that rendering, checking and publishing go by.

import type { Content } from '../archive/content.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { FoundChanges } from '../store/file-change.ts'
import type { Layouts } from '../store/rows.ts'
import type { EditedTables } from '../store/tables.ts'
import type { Plan } from './plan.ts'

export type PlannedSearch = {
  /** Output paths of what goes with this publish. */
  readonly removals: readonly string[]
  /** The new text of the list of bundles; null when it stays as it is. */
  readonly list: string | null
}

export type UnplannedBuild = Content & {
  readonly tables: EditedTables
  /** The terms of the last publish; null when everything was taken in again. */
  readonly before: Viewpoint | null
  readonly layouts: Layouts
  readonly found: FoundChanges
  readonly basisDigest: string
  readonly modulesDigest: string
  readonly fullBuildReason: string | null
}

/** Without the stories: a whole archive of them is in the tables already. */
export type PlannedBuild = Omit<UnplannedBuild, 'stories' | 'curations' | 'before'> & {
  readonly plan: Plan
  /** Files of stories that were live at the last publish, and are not any more. */
  readonly hiddenSince: readonly string[]
  readonly search: PlannedSearch
}
