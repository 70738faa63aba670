// The last publish, as the store under .dateline/ has it; empty when there was none, or when its store is damaged.
//
// The store is disposable: without it, a full build gives the same bytes. Each row carries a checksum. A
// damaged, older or missing store is one line in the report and a full build; one that a later version wrote
// is refused.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDiskRefusing } from '../system/explain-disk-fault.ts'
import { exists, readText, replaceFile } from '../system/files.ts'
import type { LastPublish } from './last-publish.ts'
import type { Layouts } from './rows.ts'
import { breakSeal, removeSeal, seal } from './seal.ts'
import { openStore, type Store, StoreDamaged } from './store.ts'
import { storedTables } from './stored-tables.ts'
import { noTables, type Tables } from './tables.ts'

/** Rises whenever rows change their meaning. */
const format = 7

export type LastSite = {
  readonly store: Store | null
  /** Absolute folder of the store, be it unreadable, and of the one that may follow it. */
  readonly folder: string | null
  readonly nextFolder: string
  readonly tables: Tables
  readonly last: LastPublish | null
  /** As the build before this one had them in this process. */
  readonly layouts: Layouts | null
  /** Why the record of a last publish cannot be used; null when it can, or when there is none. */
  readonly lossReason: string | null
}

/** For planning a full build of which nothing is kept. */
export const noLastSite = (): LastSite => ({
  store: null,
  folder: null,
  nextFolder: '',
  tables: noTables,
  last: null,
  layouts: null,
  lossReason: null,
})

/** Goes on without a store that turned out to be damaged. */
export const withoutDamagedStore = ({ folder, nextFolder }: LastSite): LastSite => ({
  ...noLastSite(),
  folder,
  nextFolder,
  lossReason: storeIsDamaged,
})

/** For a run that needs a last publish, where there is none or none that can be used. */
export const noPublish = ({ lossReason }: LastSite): Error =>
  new Error(`${lossReason ?? 'nothing has been published here yet'}; run npm run build first`)

const storeIsDamaged = 'the record of the last publish is damaged'

type Pointer = { readonly format: number; readonly store: string }

const pointerFile = (state: string): string => join(state, 'current.json')

/** `state` is an absolute folder. Throws a plain message when a later Dateline wrote it. */
export const openLastSite = async (state: string): Promise<LastSite> => {
  const pointer = readPointer(state)
  if (pointer && pointer.format > format)
    throw new Error(
      `${state} was written by a newer version of Dateline; use that version, or delete the folder and build again`,
    )
  const isSound = pointer !== null && /^store-[ab]$/.test(pointer.store)
  const nextFolder = join(state, pointer?.store === 'store-a' ? 'store-b' : 'store-a')
  // It is removed when another takes its place, whatever is in it.
  const folder = isSound ? join(state, pointer.store) : null
  const unusable = (lossReason: string | null): LastSite => ({
    ...noLastSite(),
    folder,
    nextFolder,
    lossReason,
  })
  if (folder === null || pointer === null) return unusable(exists(pointerFile(state)) ? storeIsDamaged : null)
  if (pointer.format < format) return unusable('the record of the last publish has an older format')
  if (!exists(folder)) return unusable('the record of the last publish is missing')
  if (!breakSeal(folder)) return unusable(storeIsDamaged)
  let store: Store | null = null
  try {
    store = await openStore(folder)
    const tables = storedTables(store)
    const last = tables.get('publish', 'last')
    if (last) return { store, folder, nextFolder, tables, last, layouts: null, lossReason: null }
    await store.close()
    return unusable('the record of the last publish is incomplete')
  } catch (error) {
    await store?.close()
    if (!(error instanceof StoreDamaged)) throw error
    return unusable(storeIsDamaged)
  }
}

/** From now on `folder` is the store. Others may still be there, and are not used. */
export const setCurrentStore = (state: string, folder: string): void => {
  const name = folder.slice(state.length + 1)
  replaceFile(pointerFile(state), `${JSON.stringify({ format, store: name } satisfies Pointer)}\n`)
}

const readPointer = (state: string): Pointer | null => {
  try {
    const pointer = JSON.parse(readText(pointerFile(state)) ?? '') as Pointer
    return Number.isInteger(pointer.format) ? pointer : null
  } catch (error) {
    if (isDiskRefusing(error)) throw error
    return null
  }
}

/** A store that is not the current one was left behind by a run that was stopped. */
export const removeStore = (folder: string): void => {
  removeSeal(folder)
  rmSync(folder, { recursive: true, force: true })
}

/** `closed`: stores that this run used and has closed. Only the current one is sealed. */
export const sealStore = (state: string, closed: readonly string[]): void => {
  const folder = join(state, readPointer(state)?.store ?? '')
  if (closed.includes(folder)) seal(folder)
}
