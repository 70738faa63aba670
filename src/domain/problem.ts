// Something a person must correct, with its location. Problems are values: a run collects them all.

import { remember } from './remember.ts'

type Severity = 'error' | 'warning'

/** Where a problem stands. `line` and `column` count from 1; `text` is the line itself, or a part of a very long one. */
export type Location = {
  readonly file: string
  readonly line: number
  readonly column: number
  /** How many characters the mark under the line covers. */
  readonly length: number
  readonly text: string
  /** How many characters of the line stand before `text`, where that is a part of it. */
  readonly cut?: number
}

/** A problem before it is known where it stands, and how grave it is there. */
export type Fault = {
  /** Permanent and searchable, such as `date-no-offset`. */
  readonly code: string
  /** What is wrong. */
  readonly message: string
  /** What to write instead. */
  readonly hint: string
}

export type Problem = Fault & {
  readonly severity: Severity
  readonly location: Location
  /** The file that a page was made from, where the problem stands on the page. */
  readonly madeFrom?: string
  /** Other files that stay as they were published last, with the one in which it stands. */
  readonly keepsToo?: readonly string[]
}

export const isError = (problem: Problem): boolean => problem.severity === 'error'

export const errorAt = (location: Location, { code, message, hint }: Fault): Problem => ({
  code,
  severity: 'error',
  message,
  hint,
  location,
})

/** The location of a whole file, for problems that no single line explains. */
export const locationOfFile = (file: string): Location => ({ file, line: 1, column: 1, length: 0, text: '' })

/** The location `length` characters from `offset` in `text`, which stands in `file` from `firstLine` on. */
export const locationInText = (
  file: string,
  text: string,
  offset: number,
  length: number,
  firstLine = 1,
): Location => {
  const starts = lineStartsOf(text)
  const lineNumber = lineAt(starts, offset)
  const lineStart = starts[lineNumber] ?? 0
  const lineEnd = (starts[lineNumber + 1] ?? text.length + 1) - 1
  const line = text.slice(lineStart, text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd)
  const column = offset - lineStart + 1
  const marked = Math.max(1, Math.min(length, line.length - column + 1))
  const found = { file, line: firstLine + lineNumber, column, length: marked }
  if (line.length <= longestLine) return { ...found, text: line }
  const cut = Math.max(0, column - 1 - around)
  return { ...found, text: line.slice(cut, column - 1 + Math.min(marked, longestMark) + around), cut }
}

/** A line may be a whole story, and have thousands of problems: each keeps only what surrounds its place. */
const [longestLine, longestMark, around] = [4000, 2000, 1000]

/** Where in its `text` a location begins, from 0. */
export const startInText = ({ column, cut = 0 }: Location): number => column - 1 - cut

/** The characters under the mark; of very many the first. */
export const markedText = (location: Location): string => {
  const start = startInText(location)
  return location.text.slice(start, start + location.length)
}

/** The offsets at which its lines begin. A text may have thousands of problems. */
export const lineStartsOf = remember(4, (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
})

/** The line that an offset is in, from 0. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
