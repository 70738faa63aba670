// Cuts a story file into its YAML and its markdown, knowing where each begins.

import type { Fault } from '../domain/problem.ts'

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

/** The language that stands behind the first `---`, as Eleventy reads it; null where there is none. */
const namedLanguage = /^---(?!-)([^\n]*)/

/** Eleventy would run front matter that says it is in a language for programs. Data is taken. */
export const faultOfOpening = (text: string): Fault | null => {
  const language = namedLanguage.exec(text)?.[1]?.trim() ?? ''
  if (language === '' || /^(?:yaml|yml|json)$/i.test(language)) return null
  return {
    code: 'front-matter-program',
    message: `the front matter says that it is written in “${language.slice(0, 40)}”, so it could be a program that runs at every build`,
    hint: 'let the first line be --- and nothing else, and write the fields below it as “title: …”',
  }
}
