// Cuts a story file into its YAML and its markdown, knowing where each begins.

type FrontMatter = {
  readonly yaml: string
  /** Offset of the YAML in the file's text. */
  readonly yamlStart: number
  readonly body: string
  /** The body's first line in the file, from 1. */
  readonly bodyLine: number
}

const opening = /^---[ \t]*\n/
const closing = /^---[ \t]*(?:\n|$)/m

/** Null when the text does not begin with `---` or the block is never closed. Line ends must be LF. */
export const splitFrontMatter = (text: string): FrontMatter | null => {
  const open = opening.exec(text)
  if (open === null) return null
  const yamlStart = open[0].length
  const rest = text.slice(yamlStart)
  const close = closing.exec(rest)
  if (close === null) return null
  const body = rest.slice(close.index + close[0].length)
  const head = text.slice(0, text.length - body.length)
  return { yaml: rest.slice(0, close.index), yamlStart, body, bodyLine: head.split('\n').length }
}
