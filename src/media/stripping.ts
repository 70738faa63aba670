// What came of looking through a media file.

import type { Edit } from './edits.ts'

type Found = {
  /** What takes the notes of cameras and programs out, and leaves all else as it is. */
  readonly edits: readonly Edit[]
  /** What it is coded in that not all browsers play: “HEVC video (hvc1)”. */
  readonly unplayed?: readonly string[]
  /** What a document says that nobody here can take out: “who made it: Jane Rao”. */
  readonly revealed?: readonly string[]
}

/**
 * `cut-short`: it ends before it says it does. `unknown`: it is not built as its format says, or as nobody here knows.
 * `unreadable-kind`: of a format that nobody here reads. `revealing`: it holds notes that nobody here can take out.
 */
export type Stripping = Found | 'cut-short' | 'unknown' | 'unreadable-kind' | 'revealing'

/** From deep within a file that is not built as its format says. Caught where the file is looked through. */
export class Unreadable extends Error {}
