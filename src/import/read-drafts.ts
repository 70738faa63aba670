// All entries of an archive as drafts, and those that are none.

import { failure, type Result } from '../domain/result.ts'
import { type Draft, type DraftRules, readDraft } from './read-draft.ts'
import type { ReportedFile } from './report/import-report.ts'
import { createNotes } from './report/note.ts'
import type { ArchiveEntry } from './sources/archive-source.ts'

/** A story whose date could be two is read again when all others have been. */
export const readDrafts = (
  entries: readonly ArchiveEntry[],
  rules: DraftRules,
): { readonly drafts: readonly Draft[]; readonly files: readonly ReportedFile[] } => {
  const { evidence } = rules.dates
  const read = (entry: ArchiveEntry): Draft | ReportedFile => {
    if (entry.kind === 'skipped') return { ...rejectedFile(entry.file, entry.reason), status: 'skipped' }
    const notes = createNotes()
    const draft = orRejected(() => readDraft(entry, rules, notes))
    return draft.ok ? draft.value : { ...rejectedFile(entry.file, draft.fault), notes: notes.notes }
  }
  const first = entries.map(entry => {
    const before = evidence.open()
    const item = read(entry)
    return evidence.open() > before ? { entry } : { item }
  })
  evidence.close()
  const items = first.map(({ entry, item }) => item ?? read(entry))
  return {
    drafts: items.filter(item => 'readBody' in item),
    files: items.filter(item => 'status' in item),
  }
}

export const rejectedFile = (file: string, reason: string): ReportedFile => ({
  file,
  status: 'rejected',
  story: null,
  addresses: [],
  draftReason: null,
  reason,
  notes: [],
})

/** A file that trips a library must not keep the others from being imported. */
const orRejected = (read: () => Result<Draft, string>): Result<Draft, string> => {
  try {
    return read()
  } catch (error) {
    return failure(`it could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
