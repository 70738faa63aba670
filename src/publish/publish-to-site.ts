// Puts what was rendered where readers see it. The store learns of it first, with a journal: a kill loses nothing.

import { join } from 'node:path'
import { folderMark } from '../store/folder-mark.ts'
import type { LastPublish } from '../store/last-publish.ts'
import { carryOut } from './carry-out.ts'
import { commitRows, instantOf, lastPublishOf, type Publishing, workAfter } from './commit-rows.ts'
import { forgetEleventyFiles } from './eleventy-files.ts'
import { planMoves } from './plan-moves.ts'
import { writeChanges } from './write-changes.ts'

/** Throws a plain line when the disk refuses. Before anything moved, nothing has happened; after that, the next run finishes. */
export const publishToSite = async (publishing: Publishing): Promise<void> => {
  const { folders, changes, reported, state } = publishing
  const journal = planMoves(folders, changes)
  const store = await commitRows(publishing, lastPublishOf(publishing, { journal, changes: reported }))
  carryOut(folders, journal)
  writeChanges(join(state, 'changes.json'), reported, instantOf(publishing))
  const done: LastPublish = lastPublishOf(publishing, workAfter(publishing), folderMark(folders.published))
  await store.write([['publish!last', done]])
  forgetEleventyFiles(state)
}
