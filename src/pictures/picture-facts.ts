// What only a look at all of a picture tells.

import type { Pixels } from '../domain/story.ts'

/** Plain JSON. */
export type PictureFacts = Pixels & {
  /** The right way up. */
  readonly width: number
  readonly height: number
  readonly isMoving: boolean
}
