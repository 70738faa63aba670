// Notes of all items by their message.

import type { ReportedFile } from './import-report.ts'

export type NoteGroup = {
  readonly message: string
  readonly files: readonly { readonly file: string; readonly details: readonly string[] }[]
}

/** The most frequent first; equal ones by their words. */
export const groupNotes = (files: readonly ReportedFile[], isForEditor: boolean): readonly NoteGroup[] => {
  const groups = new Map<string, Map<string, string[]>>()
  for (const { file, notes } of files) {
    for (const note of notes.filter(each => each.isForEditor === isForEditor)) {
      const details = groups.get(note.message) ?? new Map<string, string[]>()
      const ofFile = details.get(file) ?? []
      if (note.detail !== null) ofFile.push(note.detail)
      groups.set(note.message, details.set(file, ofFile))
    }
  }
  return [...groups]
    .map(([message, details]) => ({
      message,
      files: [...details].map(([file, details]) => ({ file, details })),
    }))
    .toSorted((one, other) => other.files.length - one.files.length || (one.message < other.message ? -1 : 1))
}
