// A publish that was stopped half way is finished before anything else.

import type { LastSite } from '../archive/last-site.ts'
import { carryOut } from './carry-out.ts'
import { folderMark } from './folder-mark.ts'
import type { Folders } from './journal.ts'
import type { LastPublish } from './last-publish.ts'
import type { Changes } from './order-moves.ts'

export type Finished = {
  /** The same last site, with nothing under way any more. */
  readonly lastSite: LastSite
  /** What the stopped publish changed: nobody was told of it yet. */
  readonly carried: Changes
}

const nothing: Changes = { added: [], changed: [], removed: [] }

/** Throws a plain line when the disk refuses. */
export const finishLastPublish = async (lastSite: LastSite, folders: Folders): Promise<Finished> => {
  const { store, last } = lastSite
  if (store === null || last?.underWay == null) return { lastSite, carried: nothing }
  const { journal, changes } = last.underWay
  // Files that are neither staged nor published are missing: without a mark of the folder they come to light.
  const lost = carryOut(folders, journal)
  const folder = lost.length > 0 ? null : folderMark(folders.published)
  const finished: LastPublish = { ...last, underWay: null, folder }
  await store.write([['publish!last', finished]])
  return { lastSite: { ...lastSite, last: finished }, carried: changes }
}
