// What is wrong with a line of a story's markdown.

import type { Fault, Problem } from '../../domain/problem.ts'

export type BodyFault = Fault & {
  /** Counts from 0 in the body. */
  readonly line: number
  /** The words to mark: the first that stand so from the line on. Without them, the whole line. */
  readonly words?: string
  /** An error unless it says otherwise. */
  readonly severity?: Problem['severity']
}
