// What the content is at one instant: its tables, and which stories differ from the last publish.

import type { Newsroom } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { EditedTables } from '../store/tables.ts'
import type { CurationChange } from './index-claims.ts'
import type { StoryChange } from './index-stories.ts'

export type Content = {
  readonly newsroom: Newsroom
  /** The tables as they are now, but for what is published. */
  readonly tables: EditedTables
  readonly viewpoint: Viewpoint
  readonly stories: readonly StoryChange[]
  readonly curations: readonly CurationChange[]
  readonly warnings: readonly Problem[]
}
