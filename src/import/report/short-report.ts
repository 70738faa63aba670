// The report on the terminal: the figures, what an editor should look at, what was not taken.

import { visibleLine } from '../../domain/visible-text.ts'
import { countsOf } from './count-items.ts'
import { groupNotes, type NoteGroup } from './group-notes.ts'
import { type ImportReport, sortItems } from './import-report.ts'

export const shortReport = (report: ImportReport): string => {
  const { from, to, source, zone, files, remarks, isDryRun } = report
  const { drafts, notTaken } = sortItems(report)
  const others = groupNotes(files, false)
  return [
    `${isDryRun ? 'Would import' : 'Imported'} ${from} (read as ${source}, times in ${zone}) into ${to}`,
    '',
    ...countsOf(report).map(line => `  ${line}`),
    ...(remarks.length > 0 ? ['', ...remarks.map(remark => `  ${remark}`)] : []),
    ...chapter('Needs an editor', groupNotes(files, true).flatMap(linesOf)),
    ...chapter('Drafts', byReason(drafts.map(({ file, draftReason }) => [draftReason ?? '', file]))),
    ...chapter('Not taken', byReason(notTaken.map(({ file, reason }) => [reason, file]))),
    '',
    ...(others.length > 0
      ? [
          `For the record: ${others.length === 1 ? 'one more kind' : `${others.length} more kinds`} of change.`,
        ]
      : []),
    isDryRun
      ? 'Nothing was written (--dry-run).'
      : 'All items and notes are in import-report.md, and for programs in import-report.json.',
  ].join('\n')
}

const chapter = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

const linesOf = ({ message, files }: NoteGroup): readonly string[] => [
  `  ${files.length} × ${message}`,
  `      ${firstOf(files.map(({ file }) => file))}`,
]

const byReason = (pairs: readonly (readonly [reason: string, file: string])[]): readonly string[] => {
  const groups = new Map<string, string[]>()
  for (const [reason, file] of pairs) groups.set(reason, [...(groups.get(reason) ?? []), file])
  return [...groups]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([reason, files]) => [`  ${files.length} × ${reason}`, `      ${firstOf(files)}`])
}

const shown = 3

const firstOf = (files: readonly string[]): string => {
  const rest = files.length - shown
  return files.slice(0, shown).map(visibleLine).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
