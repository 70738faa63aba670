// The last publish as one process works on it: locked, opened, and kept open from run to run.
//
// A command opens the store, builds, and closes it. The preview holds the lock and the open store from save
// to save, so the rows that it read are at hand, decoded: only those that a publish wrote are read again.
//
// A build that throws, one that begins another store, and a lock that is no longer ours let go of everything:
// the next build starts from the disk.

import { join } from 'node:path'
import { type WorkerPool, withWorkers } from '../system/worker-pool.ts'
import { type Edition, stagingOf } from './edition.ts'
import type { Folders } from './journal.ts'
import { type LastSite, openLastSite, removeStore, sealStore, withoutDamagedStore } from './last-site.ts'
import type { Lock } from './lock.ts'
import type { Layouts } from './rows.ts'
import { takeBuildLock } from './run-locks.ts'
import { sealAsDamaged } from './seal.ts'
import { isStoreDamaged, openStore, type Store } from './store.ts'
import { fillStore, storedTables } from './stored-tables.ts'
import type { EditedTables } from './tables.ts'

export type OpenSite = {
  /** Absolute; the current folder. */
  readonly root: string
  readonly lastSite: LastSite
  /** Absolute folders. */
  readonly state: string
  readonly folders: Folders
  /** Relative to the site's root. */
  readonly staging: string
  /** Begins the store that is to take the place of the last one; the tables go there. */
  readonly beginStore: (tables: EditedTables) => Promise<Store>
  readonly workers: WorkerPool
  /** Hands them on to the next build. */
  readonly keepLayouts: (layouts: Layouts) => void
}

export type SiteSession = {
  /**
   * One run at a time. The store stays open for the next run, with the rows that were read in memory; not after a run
   * that throws or begins another store.
   */
  readonly use: <Value>(work: (site: OpenSite) => Promise<Value>) => Promise<Value>
  readonly isOpen: () => boolean
  /** The next run starts from the disk. */
  readonly close: () => Promise<void>
}

type Opened = { readonly lock: Lock; readonly lastSite: LastSite; readonly stores: Map<string, Store> }

/** Nothing is opened before the first run. */
export const openSession = (root: string, edition: Edition): SiteSession => {
  const state = join(root, edition.state)
  const staging = stagingOf(edition)
  const folders = { staging: join(root, staging), published: join(root, edition.published) }
  let current: Opened | null = null
  let layouts: Layouts | null = null
  const keepLayouts = (used: Layouts) => {
    layouts = used
  }

  const close = async () => {
    layouts = null
    if (current === null) return
    const { lock, stores } = current
    current = null
    try {
      await closeStores(state, lock, stores)
    } finally {
      await lock.release()
    }
  }

  const open = async (): Promise<Opened> => {
    // Whoever removed the lock may have removed everything, or built here since.
    if (current?.lock.isIntact()) return current
    await close()
    const lock = await takeBuildLock(state)
    try {
      const lastSite = await openLastSite(state)
      const { store, folder } = lastSite
      current = { lock, lastSite, stores: new Map(store && folder ? [[folder, store]] : []) }
      return current
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  return {
    isOpen: () => current !== null,
    close,
    use: async work => {
      const site = await open()
      let isLasting = false
      try {
        const value = await retryIfDamaged(state, site, opened =>
          workOn(opened, layouts, { root, state, folders, staging, keepLayouts }, work),
        )
        isLasting = site.stores.size === 1 && site.stores.has(site.lastSite.folder ?? '')
        return value
      } finally {
        if (!isLasting) await close()
      }
    },
  }
}

/** One run: with the last publish as it is now, and workers that end with it. */
const workOn = <Value>(
  { lastSite: stored, stores }: Opened,
  layouts: Layouts | null,
  session: Pick<OpenSite, 'root' | 'state' | 'folders' | 'staging' | 'keepLayouts'>,
  work: (site: OpenSite) => Promise<Value>,
): Promise<Value> => {
  const lastSite = { ...stored, last: stored.tables.get('publish', 'last') ?? null, layouts }
  const beginStore = async (tables: EditedTables) => {
    removeStore(lastSite.nextFolder)
    const store = await openStore(lastSite.nextFolder)
    stores.set(lastSite.nextFolder, store)
    await fillStore(store, tables.edits)
    tables.moveTo(storedTables(store))
    return store
  }
  return withWorkers(workers => work({ ...session, lastSite, beginStore, workers }))
}

/** A second time without the store, when it turns out to be damaged: rows are read before anything is published. */
const retryIfDamaged = async <Value>(
  state: string,
  opened: Opened,
  run: (opened: Opened) => Promise<Value>,
): Promise<Value> => {
  try {
    return await run(opened)
  } catch (error) {
    if (!isStoreDamaged(error)) throw error
    const { lock, lastSite, stores } = opened
    await closeStores(state, lock, stores)
    stores.clear()
    if (lastSite.folder !== null) sealAsDamaged(lastSite.folder)
    return run({ ...opened, lastSite: withoutDamagedStore(lastSite) })
  }
}

/** Seals the current store, unless the folder is no longer ours. */
const closeStores = async (state: string, lock: Lock, stores: ReadonlyMap<string, Store>): Promise<void> => {
  for (const store of stores.values()) await store.close()
  if (lock.isIntact()) sealStore(state, [...stores.keys()])
}

/** A session of one run. */
export const withLastSite = async <Value>(
  root: string,
  edition: Edition,
  work: (site: OpenSite) => Promise<Value>,
): Promise<Value> => {
  const session = openSession(root, edition)
  try {
    return await session.use(work)
  } finally {
    await session.close()
  }
}
