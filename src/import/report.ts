// What the import reports: the files that became stories, with notes, and the files that did not, with the reason.

import type { Note } from './note.ts'

export type ReportedFile = {
  readonly file: string
  /** `present`: an earlier import wrote the same story. `skipped`: it is no story, but a picture, say. */
  readonly status: 'imported' | 'present' | 'rejected' | 'skipped'
  /** The story's file in the site; null when there is none. */
  readonly story: string | null
  /** Why it was not imported; empty when it was. */
  readonly reason: string
  readonly notes: readonly Note[]
}

export type ImportReport = {
  readonly from: string
  readonly to: string
  /** The kind of archive, "a Hugo site". */
  readonly source: string
  readonly zone: string
  readonly isDryRun: boolean
  readonly files: readonly ReportedFile[]
  /** About the whole archive. */
  readonly remarks: readonly string[]
}

type Status = ReportedFile['status']

type NoteGroup = {
  readonly message: string
  readonly files: readonly { readonly file: string; readonly details: readonly string[] }[]
}

/** The most frequent first; equal ones by their words. */
const groupNotes = (files: readonly ReportedFile[]): readonly NoteGroup[] => {
  const groups = new Map<string, Map<string, string[]>>()
  for (const { file, notes } of files) {
    for (const { message, detail } of notes) {
      const details = groups.get(message) ?? new Map<string, string[]>()
      details.set(file, [...(details.get(file) ?? []), ...(detail === null ? [] : [detail])])
      groups.set(message, details)
    }
  }
  return [...groups]
    .map(([message, details]) => ({
      message,
      files: [...details].map(([file, details]) => ({ file, details })),
    }))
    .toSorted((one, other) => other.files.length - one.files.length || (one.message < other.message ? -1 : 1))
}

const filesWith = ({ files }: ImportReport, status: Status): readonly ReportedFile[] =>
  files.filter(file => file.status === status)

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`

const titleOf = ({ isDryRun }: ImportReport): string => (isDryRun ? 'Would import' : 'Imported')

const countsOf = (report: ImportReport): readonly string[] => {
  const imported = filesWith(report, 'imported')
  const clean = imported.filter(({ notes }) => notes.length === 0).length
  const stories = count(imported.length, 'story', 'stories')
  return [
    `${stories} ${report.isDryRun ? 'to import' : 'imported'}${imported.length > 0 ? `, ${clean} without a note` : ''}`,
    `${count(filesWith(report, 'present').length, 'story', 'stories')} already there`,
    `${count(filesWith(report, 'rejected').length, 'file', 'files')} not imported`,
    `${count(filesWith(report, 'skipped').length, 'other file or folder', 'other files and folders')} skipped`,
  ]
}

/** For the terminal: counts, and the first few files of each note. */
export const shortReport = (report: ImportReport): string => {
  const { from, to, source, zone, files, remarks, isDryRun } = report
  const notes = groupNotes(files).flatMap(({ message, files }) => [
    `  ${files.length} × ${message}`,
    `      ${firstOf(files.map(({ file }) => file))}`,
  ])
  const rejected = filesWith(report, 'rejected').map(({ file, reason }) => `  ${file}: ${reason}`)
  return [
    `${titleOf(report)} ${from} (read as ${source}, times in ${zone}) into ${to}`,
    '',
    ...countsOf(report).map(line => `  ${line}`),
    ...(remarks.length > 0 ? ['', ...remarks.map(remark => `  ${remark}`)] : []),
    ...(notes.length > 0 ? ['', 'Notes', ...notes] : []),
    ...(rejected.length > 0 ? ['', 'Not imported', ...rejected] : []),
    '',
    isDryRun ? 'Nothing was written (--dry-run).' : 'All files and notes are in import-report.md.',
  ].join('\n')
}

const shown = 3

const firstOf = (files: readonly string[]): string => {
  const rest = files.length - shown
  return files.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

/** For `import-report.md`: every file and every note. */
export const fullReport = (report: ImportReport): string => {
  const notes = groupNotes(report.files).flatMap(({ message, files }) => [
    `### ${message} (${count(files.length, 'file', 'files')})`,
    '',
    ...files.map(
      ({ file, details }) =>
        `- ${code(file)}${details.length > 0 ? `: ${details.map(code).join(', ')}` : ''}`,
    ),
    '',
  ])
  const reasons = (status: Status) =>
    filesWith(report, status).map(({ file, reason }) => `- ${code(file)}: ${reason}`)
  const stories = (status: Status) =>
    filesWith(report, status).map(({ file, story }) => `- ${code(file)} → ${code(story ?? '')}`)
  return [
    '# Import report',
    '',
    `From ${code(report.from)}, read as ${report.source}; times in ${report.zone}.`,
    '',
    ...countsOf(report).map(line => `- ${line}`),
    ...report.remarks.map(remark => `- ${remark}`),
    '',
    ...chapter('Not imported', reasons('rejected')),
    ...(notes.length > 0 ? ['## Notes', '', ...notes] : []),
    ...chapter('Imported', stories('imported')),
    ...chapter('Already there', stories('present')),
    ...chapter('Skipped', reasons('skipped')),
  ].join('\n')
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

const chapter = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, '']
