// What is known of a picture only once all of it was inspected.

import type { Pixels } from '../domain/story.ts'

/** Plain JSON. */
export type PictureFacts = Pixels & {
  /** The right way up. */
  readonly width: number
  readonly height: number
  readonly isMoving: boolean
}
