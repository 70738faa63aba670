// Problems as people read them in a terminal, and as machines take them.

import { isError, type Problem, startInText } from './problem.ts'
import { shownWidth } from './shown-width.ts'
import { visibleLine, visibleText } from './visible-text.ts'

export type ProblemFormat = 'text' | 'json' | 'github'

/** Ends without a newline. `json` is one array, `github` one workflow command a problem. */
export const printProblems = (problems: readonly Problem[], format: ProblemFormat = 'text'): string => {
  if (format === 'json') return JSON.stringify(problems.map(recordOf), null, 2)
  if (format === 'github') return problems.map(asCommand).join('\n')
  return printBlocks(problems, problems) || countOf([])
}

/** As text: problems, lines between them, and below the count of `all`; empty where there are none. */
export const printBlocks = (blocks: readonly (Problem | string)[], all: readonly Problem[]): string =>
  all.length === 0
    ? ''
    : [...blocks.map(each => (typeof each === 'string' ? each : asText(each))), countOf(all)].join('\n\n')

const countOf = (problems: readonly Problem[]): string => {
  const errors = problems.filter(isError).length
  const warnings = problems.length - errors
  const count = (number: number, word: string) =>
    number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]
  return [...count(errors, 'problem'), ...count(warnings, 'warning')].join(', ') || 'no problems'
}

const asText = ({ location, code, severity, message, hint }: Problem): string =>
  [
    `${visibleLine(location.file)}:${location.line}:${location.column} ${severity} ${code}`,
    `  ${visibleText(message)}`,
    ...excerpt(location),
    `  → ${visibleText(hint)}`,
  ].join('\n')

const widest = 100

/** The line itself with a mark under the place; of a very long line only what surrounds the place. */
const excerpt = (location: Problem['location']): string[] => {
  const { line, column, length, text } = location
  if (text.trim() === '') return []
  const at = startInText(location)
  const start = column > widest ? at - 39 : 0
  const shown = (from: number, to: number) => visibleText(text.slice(from, to).replaceAll('\t', ' '))
  const end = Math.min(text.length, start + widest)
  const from = Math.max(start, at)
  const to = Math.max(from, Math.min(end, from + length))
  const gutter = `  ${line} | `
  // As it is seen: a sign may be written out, or be wider than others.
  const before = shownWidth(shown(start, from)) + Math.max(0, from - end)
  const mark = '^'.repeat(Math.max(1, shownWidth(shown(from, to))))
  return [`${gutter}${shown(start, end)}`, `${' '.repeat(gutter.length + before)}${mark}`]
}

/** A line may be a whole story, and have thousands of problems. */
const longestText = 1000

/** For machines. */
export const recordOf = ({ location, madeFrom: _, keepsToo: _too, ...problem }: Problem) => {
  const { text, cut = 0, ...rest } = location
  const isLong = text.length > longestText || cut > 0
  const start = isLong ? Math.max(0, startInText(location) + 1 - longestText / 2) : 0
  return { ...problem, ...rest, text: text.slice(start, start + longestText) }
}

const asCommand = ({ location, code, severity, message, hint }: Problem): string => {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  const where = `file=${property(location.file)},line=${location.line},col=${location.column},title=${property(code)}`
  return `::${severity} ${where}::${data(visibleText(`${message}. ${hint}`))}`
}
