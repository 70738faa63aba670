// `import-report.md`: every item and every note, first what an editor should look at.

import { visibleLine } from '../../domain/visible-text.ts'
import { count, countsOf } from './count-items.ts'
import { groupNotes, type NoteGroup } from './group-notes.ts'
import { type ImportReport, type ReportedFile, sortItems } from './import-report.ts'
import { oldAddressesIn } from './old-addresses.ts'

export const fullReport = (report: ImportReport): string => {
  const { stories, drafts, notTaken, others } = sortItems(report)
  return [
    '# Import report',
    '',
    `From ${code(report.from)}, read as ${report.source}; times in ${report.zone}.`,
    '',
    ...countsOf(report).map(line => `- ${line}`),
    ...report.remarks.map(remark => `- ${remark}`),
    '',
    ...chapter('Needs an editor', groupNotes(report.files, true).flatMap(linesOf)),
    ...chapter(
      'Drafts',
      drafts.map(({ file, story, draftReason }) => `- ${code(file)} → ${code(story ?? '')}: ${draftReason}`),
    ),
    ...chapter('Not taken', notTaken.map(reasonOf)),
    ...chapter(
      'Old addresses that lead nowhere',
      oldAddressesIn(report).lost.map(
        ({ address, file, reason }) =>
          `- ${code(address)}${file === null ? '' : ` (${code(file)})`}: ${reason}`,
      ),
    ),
    ...chapter('For the record', groupNotes(report.files, false).flatMap(linesOf)),
    ...chapter(
      'Stories',
      stories.map(({ file, story, status }) => `- ${code(file)} → ${code(story ?? '')}${said[status] ?? ''}`),
    ),
    ...chapter('Other files', others.map(reasonOf)),
  ].join('\n')
}

const said: Partial<Record<ReportedFile['status'], string>> = {
  updated: ' (written anew)',
  present: ' (there already)',
  kept: ' (kept as an editor changed it)',
}

const reasonOf = ({ file, reason }: ReportedFile): string => `- ${code(file)}: ${reason}`

const linesOf = ({ message, files }: NoteGroup): readonly string[] => [
  `### ${message} (${count(files.length, 'item', 'items')})`,
  '',
  ...files.map(
    ({ file, details }) => `- ${code(file)}${details.length > 0 ? `: ${details.map(code).join(', ')}` : ''}`,
  ),
  '',
]

/** In one line, whatever the names in the archive hold. */
const code = (text: string): string => {
  const line = visibleLine(text)
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``
}

const chapter = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']
