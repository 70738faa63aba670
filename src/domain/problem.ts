// Something a person must correct, with its location. Problems are values: a run collects them all.

type Severity = 'error' | 'warning'

/** Where a problem stands. `line` and `column` count from 1; `text` is the line itself. */
export type Location = {
  readonly file: string
  readonly line: number
  readonly column: number
  /** How many characters the mark under the line covers. */
  readonly length: number
  readonly text: string
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

export type Problem = Fault & { readonly severity: Severity; readonly location: Location }

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
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const newline = text.indexOf('\n', offset)
  const lineEnd = newline === -1 ? text.length : newline
  const line = text.slice(lineStart, lineEnd).replace(/\r$/, '')
  const column = offset - lineStart + 1
  return {
    file,
    line: firstLine + text.slice(0, lineStart).split('\n').length - 1,
    column,
    length: Math.max(1, Math.min(length, line.length - column + 1)),
    text: line,
  }
}
