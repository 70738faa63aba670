// What came of looking through a media file.

import type { Fault } from '../domain/problem.ts'
import type { Edit } from './edits.ts'

export type Found = {
  /** What takes the notes of cameras and programs out, and leaves all else as it is. */
  readonly edits: readonly Edit[]
  /** What is worth saying of a file that can be published. Without the name of the file: “holds …”. */
  readonly warnings?: readonly Fault[]
}

/** `cut-short`: it ends before it says it does. `unknown`: it is not built as its format says, or as nobody here knows. */
export type Stripping = Found | 'cut-short' | 'unknown'
