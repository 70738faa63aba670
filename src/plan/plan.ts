// What a publish is to do, as plain data: pages to render, files to copy and to remove, each with its reasons.

import type { PlannedPage, Reason } from '../pages/planned-page.ts'
import type { PictureJob } from '../pictures/encode-pictures.ts'

/** A file that is published as it is, or a variant of a picture. */
export type PlannedCopy = {
  /** Relative to the site's root. */
  readonly from: string
  /** Relative to the published folder. */
  readonly to: string
  /** Of the file at `from`. */
  readonly digest: string
  /** What is made of the file; null for the file itself. */
  readonly pictureJob: PictureJob | null
  readonly reasons: readonly Reason[]
}

export type PlannedRemoval = {
  /** Relative to the published folder. */
  readonly output: string
  readonly reasons: readonly Reason[]
}

export type Plan = {
  /** In code-point order of their urls. */
  readonly pages: readonly PlannedPage[]
  readonly copies: readonly PlannedCopy[]
  /** Of pictures of held stories: encoded now, so that their release need not wait. */
  readonly ahead: readonly PictureJob[]
  readonly removals: readonly PlannedRemoval[]
  /** Output paths that what stood there gives up, also where something else comes. */
  readonly vacated: readonly string[]
  /** Why the newsroom's own Eleventy templates are made again; empty when they are not. */
  readonly templates: readonly Reason[]
}
