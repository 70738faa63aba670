// Puts what was rendered where readers see it. The store learns of it first, with a journal: a kill loses nothing.
//
// Rendered files wait in a staging folder. When all checks have passed, the new rows go to the store together
// with a journal of moves, all at once or not at all. Then the files are moved by renames, in the order of
// `order-moves.ts`. A site that was not there appears by one rename. Files in `_site/` that Dateline did not
// put there are left alone.
//
// `changes.json` lists the files that were added, changed and removed, in the order to upload them;
// `--changes-only=<folder>` puts just these into a folder (`publish-to-folder.ts`), for machines that keep
// `.dateline/` but not `_site/`.

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
  const { folders, changes, reported, seen, state } = publishing
  const journal = planMoves(folders, changes)
  const store = await commitRows(publishing, lastPublishOf(publishing, { journal, changes: reported, seen }))
  carryOut(folders, journal)
  writeChanges(join(state, 'changes.json'), reported, instantOf(publishing))
  const done: LastPublish = lastPublishOf(publishing, workAfter(publishing), folderMark(folders.published))
  await store.write([['publish!last', done]])
  forgetEleventyFiles(state)
}
