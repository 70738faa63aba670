// A publish that was stopped half way is finished before another begins. The next one reports what it changed.

import type { Folders } from '../store/journal.ts'
import type { LastPublish } from '../store/last-publish.ts'
import type { LastSite } from '../store/last-site.ts'
import { carryOut } from './carry-out.ts'

/** The same last site, with no moves pending. Throws a plain line when the disk refuses. */
export const finishInterruptedPublish = async (lastSite: LastSite, folders: Folders): Promise<LastSite> => {
  const { store, last } = lastSite
  if (store === null || last?.pending.journal == null) return lastSite
  // What is neither staged nor published any more comes to light, as there is no mark of the folder.
  carryOut(folders, last.pending.journal)
  const finished: LastPublish = { ...last, pending: { ...last.pending, journal: null } }
  await store.write([['publish!last', finished]])
  return { ...lastSite, last: finished }
}
