// What the import reports: the files that became stories, with notes, and the files that did not, with the reason.

import type { Note } from './note.ts'

export type ReportedFile = {
  readonly file: string
  /** `there`: the same story stood there already. `other`: no story at all, such as a picture. */
  readonly status: 'imported' | 'present' | 'rejected' | 'skipped'
  /** The story's file in the site; null when there is none. */
  readonly story: string | null
  /** Why it was not taken; empty when it was. */
  readonly reason: string
  readonly notes: readonly Note[]
}

export type ImportReport = {
  readonly from: string
  readonly to: string
  readonly source: string
  readonly zone: string
  readonly isDryRun: boolean
  readonly files: readonly ReportedFile[]
  /** About the whole archive. */
  readonly remarks: readonly string[]
}

const shown = 3

type Group = {
  readonly message: string
  readonly files: readonly { readonly file: string; readonly details: readonly string[] }[]
}

/** The most frequent first; equal ones by their words. */
const groupsOf = (files: readonly ReportedFile[]): readonly Group[] => {
  const groups = new Map<string, Map<string, string[]>>()
  for (const { file, notes } of files) {
    for (const { message, detail } of notes) {
      const files = groups.get(message) ?? new Map<string, string[]>()
      files.set(file, [...(files.get(file) ?? []), ...(detail === null ? [] : [detail])])
      groups.set(message, files)
    }
  }
  return [...groups]
    .map(([message, files]) => ({ message, files: [...files].map(([file, details]) => ({ file, details })) }))
    .toSorted((one, other) => other.files.length - one.files.length || (one.message < other.message ? -1 : 1))
}

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`

const headOf = (report: ImportReport): readonly string[] => {
  const of = (kind: ReportedFile['status']) => report.files.filter(entry => entry.status === kind)
  const taken = of('imported')
  const clean = taken.filter(entry => entry.notes.length === 0).length
  return [
    `${count(taken.length, 'story', 'stories')} ${report.isDryRun ? 'would be taken' : 'imported'}${taken.length > 0 ? ` (${clean} without any note)` : ''}`,
    `${count(of('present').length, 'story', 'stories')} stood there already`,
    `${count(of('rejected').length, 'file', 'files')} not taken`,
    `${count(of('skipped').length, 'other file or folder', 'other files and folders')} passed over`,
  ]
}

/** For the terminal: counts, and the first few files of each kind. */
export const shortReport = (report: ImportReport): string => {
  const refused = report.files.filter(entry => entry.status === 'rejected')
  const lines = [
    `Imported ${report.from} (read as ${report.source}, times in ${report.zone}) into ${report.to}`,
    '',
    ...headOf(report).map(line => `  ${line}`),
  ]
  if (report.remarks.length > 0) lines.push('', ...report.remarks.map(remark => `  ${remark}`))
  const groups = groupsOf(report.files)
  if (groups.length > 0) lines.push('', 'Notes')
  for (const { message, files } of groups) {
    lines.push(`  ${files.length} × ${message}`, `      ${someOf(files.map(({ file }) => file))}`)
  }
  if (refused.length > 0) lines.push('', 'Not taken')
  for (const { file, reason } of refused) lines.push(`  ${file}: ${reason}`)
  lines.push(
    '',
    report.isDryRun ? 'Nothing was written (--dry-run).' : 'Everything in full: import-report.md',
  )
  return lines.join('\n')
}

const someOf = (files: readonly string[]): string => {
  const rest = files.length - shown
  return files.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** For `import-report.md`: every file and every note. */
export const fullReport = (report: ImportReport): string => {
  const of = (kind: ReportedFile['status']) => report.files.filter(entry => entry.status === kind)
  const listed = (title: string, files: readonly ReportedFile[]) =>
    files.length === 0
      ? []
      : [`## ${title}`, '', ...files.map(({ file, reason }) => `- ${code(file)}: ${reason}`), '']
  const notes = groupsOf(report.files).flatMap(({ message, files }) => [
    `### ${message} (${count(files.length, 'file', 'files')})`,
    '',
    ...files.map(
      ({ file, details }) =>
        `- ${code(file)}${details.length > 0 ? `: ${details.map(code).join(', ')}` : ''}`,
    ),
    '',
  ])
  return [
    '# Import report',
    '',
    `From ${code(report.from)}, read as ${report.source}; times in ${report.zone}.`,
    '',
    ...headOf(report).map(line => `- ${line}`),
    ...report.remarks.map(remark => `- ${remark}`),
    '',
    ...listed('Not taken', of('rejected')),
    ...(notes.length > 0 ? ['## Notes', '', ...notes] : []),
    ...storyList('Taken', of('imported')),
    ...storyList('Stood there already', of('present')),
    ...listed('Passed over', of('skipped')),
  ].join('\n')
}

const storyList = (title: string, files: readonly ReportedFile[]): readonly string[] =>
  files.length === 0
    ? []
    : [`## ${title}`, '', ...files.map(({ file, story }) => `- ${code(file)} → ${code(story ?? '')}`), '']
