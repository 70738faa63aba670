// Lines that git leaves where it could not join two versions of a text: readers would get both.

import { errorAt, type Fault, lineStartsOf, locationInText, type Problem } from '../domain/problem.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import type { SourceFile } from '../read/read-source.ts'
import { proseLines } from './body/prose-lines.ts'

/** One problem for each conflict, where it begins. In markdown, code between fences may show one. */
export const findConflictMarkers = (
  { file, text }: SourceFile,
  kind: 'markdown' | 'other' = 'other',
): readonly Problem[] => {
  if (!markers.some(marker => text.includes(marker))) return []
  const problems: Problem[] = []
  let isOpen = false
  const lines =
    kind === 'markdown' ? proseLines(text) : text.split('\n').map((words, line) => ({ line, text: words }))
  const starts = lineStartsOf(text)
  const at = (line: number, words: string) => locationInText(file, text, starts[line] ?? 0, words.length)
  for (const { line, text: words } of lines) {
    if (isOpen) isOpen = !ends.test(words)
    else if (begins.test(words)) {
      isOpen = true
      problems.push(errorAt(at(line, words), unsolved))
    } else if (leftOver.test(words)) problems.push(errorAt(at(line, words), left))
  }
  return problems
}

const markers = ['<<<<<<<', '>>>>>>>', '|||||||']
const begins = /^<{7}(?:[ \t]|$)/
const ends = /^>{7}(?:[ \t]|$)/
const leftOver = /^(?:>{7}|\|{7})[ \t]+\S/

const unsolved: Fault = {
  code: 'conflict-marker',
  message: 'two versions of this text stand here, one below the other: git could not join them',
  hint: 'keep the right version, and remove the other one and the lines that begin with <<<<<<<, ======= and >>>>>>>',
}

const left: Fault = {
  code: 'conflict-marker',
  message: 'this line is left over from two versions that git could not join',
  hint: 'compare the lines around it with the right version, and remove this line',
}

/** In layouts, data and pages of the newsroom's own, and in texts that are published as they are. */
export const findConflictsElsewhere = ({ otherTexts, read }: NewsroomFiles): readonly Problem[] =>
  otherTexts.flatMap(file => {
    const source = read(file)
    return source.ok ? findConflictMarkers(source.value) : []
  })
