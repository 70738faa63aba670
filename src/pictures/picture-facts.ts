// What is known of a picture only once all of it was inspected.

import type { Pixels } from '../domain/story.ts'

/** What the decoder sees. */
export type DecodedFacts = Omit<PictureFacts, 'plainBytes'>

/** Plain JSON. */
export type PictureFacts = Pixels & {
  /** The right way up. */
  readonly width: number
  readonly height: number
  readonly isOpaque: boolean
  readonly isMoving: boolean
  /** Of the largest picture that every browser shows; null where there is none but the file itself. */
  readonly plainBytes: number | null
}
