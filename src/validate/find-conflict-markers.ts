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
  for (const [index, { line, text: words }] of lines.entries()) {
    if (isOpen) isOpen = !ends.test(words)
    else if (begins.test(words)) {
      isOpen = true
      const fault = areEntriesFrom(lines.slice(index + 1)) ? entriesUnsolved : unsolved
      problems.push(errorAt(at(line, words), fault))
    } else if (leftOver.test(words)) problems.push(errorAt(at(line, words), left))
  }
  return problems
}

type Line = { readonly line: number; readonly text: string }

const markers = ['<<<<<<<', '>>>>>>>', '|||||||']
const begins = /^<{7}(?:[ \t]|$)/
const ends = /^>{7}(?:[ \t]|$)/
const leftOver = /^(?:>{7}|\|{7})[ \t]+\S/

const unsolved: Fault = {
  code: 'conflict-marker',
  message: 'two versions of this text stand here, one below the other: git could not join them',
  hint: 'keep the right version, and remove the other one and the lines that begin with <<<<<<<, ======= and >>>>>>>',
}

/** Both are right: two people reported at once. */
const entriesUnsolved: Fault = {
  code: 'conflict-marker',
  message: 'two people added to this live blog, and git could not join their entries',
  hint: 'keep all of them: where the line ======= stands, write the line ::: that ends an entry, and remove the lines that begin with <<<<<<< and >>>>>>>; then look whether each entry has its own line :::',
}

/** Whether both versions hold some; what they had in common may stand between them. */
const areEntriesFrom = (lines: readonly Line[]): boolean => {
  const end = lines.findIndex(({ text }) => ends.test(text))
  const texts = lines.slice(0, end === -1 ? lines.length : end).map(({ text }) => text)
  const cuts = texts.flatMap((text, index) => (/^(?:={7}|\|{7})(?:[ \t]|$)/.test(text) ? [index] : []))
  const versions = [texts.slice(0, cuts[0]), texts.slice(cuts.at(-1) ?? texts.length)]
  return versions.every(version => version.some(text => /^:{3,} *entry[ \t]/.test(text)))
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
