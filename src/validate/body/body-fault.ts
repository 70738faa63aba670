// What is wrong with a line of a story's markdown.

export type BodyFault = {
  /** Counts from 0 in the body. */
  readonly line: number
  /** What the mark is to stand under: the first place from the line on that has these words. Without them, the line. */
  readonly words?: string
  readonly code: string
  readonly message: string
  readonly hint: string
}
