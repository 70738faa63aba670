// A story's file: written where none is, written anew where the archive has changed, left alone where an editor has.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exists, readText, replaceFile } from '../system/files.ts'
import type { FinishedStory } from './finish-story.ts'
import type { ImportedFiles } from './imported-files.ts'
import type { ItemStatus, ReportedFile } from './report/import-report.ts'

export type Writing = {
  /** The site's folder. */
  readonly to: string
  readonly isDryRun: boolean
  readonly imported: ImportedFiles
}

export const writeStory = (
  { draft, story, text, addresses }: FinishedStory,
  { to, isDryRun, imported }: Writing,
): ReportedFile => {
  const { file, draftReason, notes } = draft
  const reported = (status: ItemStatus, where: string): ReportedFile => ({
    ...{ file, status, story: where, addresses, draftReason, reason: '', notes },
  })
  const before = imported.storyOf(file)
  const isMoved = before !== null && before !== story
  const present = isMoved ? before : story
  const isThere = exists(join(to, present))
  if (!isMoved && isThere && readText(join(to, story)) === text) {
    imported.note(story, text, file)
    return reported('present', story)
  }
  if (isThere && !imported.isUntouched(present)) return reported('kept', present)
  imported.note(story, text, file)
  if (!isDryRun) {
    // On a full disk half a story would count as an editor's.
    replaceFile(join(to, story), text)
    if (isMoved) rmSync(join(to, before), { force: true })
  }
  return reported(isThere ? 'updated' : 'imported', story)
}
