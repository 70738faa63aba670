// What the content is at one instant: its tables, and which stories differ from the last publish.

import type { ChangesSince } from '../changes/find-changes.ts'
import type { ChangedFront } from '../domain/front.ts'
import type { KeptBack, KeptPages } from '../domain/kept-back.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { EditedTables } from '../store/tables.ts'
import type { CurationChange } from './index-claims.ts'
import type { RedirectChange } from './index-redirects.ts'
import type { StoryChange } from './index-stories.ts'

export type Content = ChangesSince & {
  /** Absolute; the current folder. */
  readonly root: string
  /** Every page is made again. */
  readonly isAll: boolean
  readonly newsroom: Newsroom
  /** The tables as they are now, but for what is published. */
  readonly tables: EditedTables
  readonly viewpoint: Viewpoint
  /** The viewpoint of the last publish; null for a full build. */
  readonly before: Viewpoint | null
  readonly stories: readonly StoryChange[]
  readonly curations: readonly CurationChange[]
  /** Fronts of which an editor says something else than before: of a section, or the site's, null. */
  readonly fronts: readonly ChangedFront[]
  readonly redirects: readonly RedirectChange[]
  readonly warnings: readonly Problem[]
  /** Files that stay as they were published last, or unpublished. */
  readonly keptBack: readonly KeptBack[]
  readonly keptPages: KeptPages
}
