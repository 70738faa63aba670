// One run at a time on what the last publish left: opened, finished if it was stopped half way, and closed again.

import { join } from 'node:path'
import { type Edition, stagingOf } from '../edition.ts'
import { findMissing, type Missing } from '../publish/find-missing.ts'
import { finishLastPublish } from '../publish/finish-last-publish.ts'
import type { Folders } from '../publish/journal.ts'
import type { Changes } from '../publish/order-moves.ts'
import { withLock } from '../system/lock.ts'
import { sealAsDamaged } from '../system/seal.ts'
import { openStore, type Store } from '../system/store.ts'
import { isDamage } from '../system/store-damaged.ts'
import { type Crew, withCrew } from '../threads/crew.ts'
import { forgetDamaged, type LastSite, openLastSite, removeStore, sealStore } from './last-site.ts'
import { fillStore } from './stored-tables.ts'
import type { Edits } from './tables.ts'

export type OpenSite = Missing & {
  readonly lastSite: LastSite
  /** What a publish that was stopped half way changed. */
  readonly carried: Changes
  /** Absolute folders. */
  readonly state: string
  readonly folders: Folders
  /** Relative to the site's root. */
  readonly staging: string
  /** Begins the store that is to take the place of the last one. */
  readonly beginStore: (edits: Edits) => Promise<Store>
  readonly crew: Crew
}

const nothing: Changes = { added: [], changed: [], removed: [] }

/** Whether the published folder is at hand, to be finished and looked at; in doubt, at each of its files. */
export type Published = 'not here' | 'here' | 'in doubt'

export const withLastSite = <Value>(
  root: string,
  edition: Edition,
  published: Published,
  work: (site: OpenSite) => Promise<Value>,
): Promise<Value> => {
  const state = join(root, edition.state)
  const workOn = (lastSite: LastSite) => workOnSite(root, edition, published, lastSite, work)
  return withLock(join(state, 'lock'), async () => {
    const opened = await openLastSite(state)
    try {
      return await workOn(opened)
    } catch (error) {
      // Rows are read before anything is published.
      if (!isDamage(error)) throw error
      if (opened.folder !== null) sealAsDamaged(opened.folder)
      return await workOn(forgetDamaged(opened))
    }
  })
}

const workOnSite = async <Value>(
  root: string,
  edition: Edition,
  published: Published,
  opened: LastSite,
  work: (site: OpenSite) => Promise<Value>,
): Promise<Value> => {
  const stores = opened.store && opened.folder ? [{ folder: opened.folder, store: opened.store }] : []
  const state = join(root, edition.state)
  const staging = stagingOf(edition)
  const folders = { staging: join(root, staging), published: join(root, edition.published) }
  try {
    const { lastSite, carried } =
      published === 'not here'
        ? { lastSite: opened, carried: nothing }
        : await finishLastPublish(opened, folders)
    const missing =
      published === 'not here'
        ? { missing: [], isDoubtful: false }
        : await findMissing(lastSite, folders.published, published === 'in doubt')
    const beginStore = async (edits: Edits) => {
      removeStore(lastSite.nextFolder)
      const store = await openStore(lastSite.nextFolder)
      stores.push({ folder: lastSite.nextFolder, store })
      await fillStore(store, edits)
      return store
    }
    return await withCrew(crew =>
      work({ ...missing, lastSite, carried, state, folders, staging, beginStore, crew }),
    )
  } finally {
    for (const { store } of stores) await store.close()
    sealStore(
      state,
      stores.map(({ folder }) => folder),
    )
  }
}
