// The last publish, as the store under .dateline/ remembers it; nothing when there was none, or when its store is damaged.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { exists, readText, replaceFile } from '../system/files.ts'
import type { LastPublish } from './last-publish.ts'
import type { Layouts } from './rows.ts'
import { breakSeal, removeSeal, seal } from './seal.ts'
import { openStore, type Store } from './store.ts'
import { StoreDamaged } from './store-damaged.ts'
import { storedTables } from './stored-tables.ts'
import { noTables, type Tables } from './tables.ts'

/** Rises whenever rows come to mean something else. */
const format = 5

export type LastSite = {
  readonly store: Store | null
  /** Absolute folder of the store, be it unreadable, and of the one that may follow it. */
  readonly folder: string | null
  readonly nextFolder: string
  readonly tables: Tables
  readonly last: LastPublish | null
  /** As the build before this one had them in this process. */
  readonly layouts: Layouts | null
  /** Why nothing is remembered though something was; null when all is well. */
  readonly loss: string | null
}

/** For those who plan a whole site and keep nothing of it. */
export const rememberNothing = (): LastSite => ({
  store: null,
  folder: null,
  nextFolder: '',
  tables: noTables,
  last: null,
  layouts: null,
  loss: null,
})

/** For going on without a store that turned out to be damaged. */
export const forgetDamaged = ({ folder, nextFolder }: LastSite): LastSite => ({
  ...rememberNothing(),
  folder,
  nextFolder,
  loss: damaged,
})

const damaged = 'the record of the last publish is damaged'

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
  // It goes when another takes its place, whatever is in it.
  const folder = isSound ? join(state, pointer.store) : null
  const forget = (loss: string | null): LastSite => ({ ...rememberNothing(), folder, nextFolder, loss })
  if (folder === null || pointer === null) return forget(exists(pointerFile(state)) ? damaged : null)
  if (pointer.format < format) return forget('the record of the last publish has an older format')
  if (!exists(folder)) return forget('the record of the last publish is missing')
  if (!breakSeal(folder)) return forget(damaged)
  let store: Store | null = null
  try {
    store = await openStore(folder)
    const tables = storedTables(store)
    const last = tables.get('publish', 'last')
    if (last) return { store, folder, nextFolder, tables, last, layouts: null, loss: null }
    await store.close()
    return forget('the record of the last publish is incomplete')
  } catch (error) {
    await store?.close()
    if (!(error instanceof StoreDamaged)) throw error
    return forget(damaged)
  }
}

/** From now on `folder` is the store. Others may still be there: nobody believes them. */
export const pointTo = (state: string, folder: string): void => {
  const name = folder.slice(state.length + 1)
  replaceFile(pointerFile(state), `${JSON.stringify({ format, store: name } satisfies Pointer)}\n`)
}

const readPointer = (state: string): Pointer | null => {
  try {
    const pointer = JSON.parse(readText(pointerFile(state)) ?? '') as Pointer
    return Number.isInteger(pointer.format) ? pointer : null
  } catch {
    return null
  }
}

/** A store that is not pointed to is what a run left behind that was stopped. */
export const removeStore = (folder: string): void => {
  removeSeal(folder)
  rmSync(folder, { recursive: true, force: true })
}

/** `closed`: stores that this run used and has closed. The one that counts is sealed. */
export const sealStore = (state: string, closed: readonly string[]): void => {
  const folder = join(state, readPointer(state)?.store ?? '')
  if (closed.includes(folder)) seal(folder)
}
