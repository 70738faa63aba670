// The lines of a file that an edit changes, with their numbers, as a person reads them.

import { structuredPatch } from 'diff'
import { visibleLine } from '../domain/visible-text.ts'
import type { FileEdit } from '../edit-story/edit-story.ts'

/** Lines around them that stay. */
const context = 1

export const showDifference = ({ file, to, before, after }: FileEdit): string => {
  const head = file === to ? file : `${file}\n→ ${to}`
  const { hunks } = structuredPatch(file, to, asLines(before), asLines(after), '', '', { context })
  const parts = hunks.map(({ oldStart, newStart, lines }) => numbered(lines, oldStart, newStart).join('\n'))
  return [head, parts.join('\n    …\n')].filter(part => part !== '').join('\n')
}

const asLines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** Lines that go have the number that they had, others that which they have. */
const numbered = (lines: readonly string[], oldStart: number, newStart: number): readonly string[] => {
  const at = { old: oldStart, now: newStart }
  return lines
    .filter(line => !line.startsWith('\\'))
    .map(line => {
      const mark = line[0] ?? ' '
      const number = mark === '-' ? at.old : at.now
      if (mark !== '+') at.old++
      if (mark !== '-') at.now++
      return `  ${mark} ${String(number).padStart(4)} | ${visibleLine(line.slice(1))}`.trimEnd()
    })
}
