// The embedded store: rows of JSON by key, whole batches or nothing, on the disk (LevelDB). Damage is noticed, not believed.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { ClassicLevel } from 'classic-level'
import { isDiskRefusing } from '../system/explain-disk-fault.ts'
import { createRowCache } from './row-cache.ts'

export type Store = {
  /** Undefined when there is none. Throws `StoreDamaged`. */
  readonly get: (key: string) => unknown
  /** Every row whose key begins so, in key order. Throws `StoreDamaged`. */
  readonly rows: (prefix: string) => AsyncIterable<readonly [key: string, row: unknown]>
  /** All or none; null removes. It is on the disk when the promise resolves. */
  readonly write: (rows: Iterable<readonly [key: string, row: unknown]>) => Promise<void>
  readonly close: () => Promise<void>
}

/** The rows of a store are not as they were written. They can be made again from the content. */
export class StoreDamaged extends Error {}

const message = 'the store is damaged'

/** A disk that is full, or gives no more files, says nothing of what is in the store. */
const damageOrRefusal = (error: unknown): unknown => {
  const cause = (error as Error).cause ?? error
  return isDiskRefusing(cause) ? cause : storeDamaged(error)
}

/** `cause`: an error, or the damage in words. */
export const storeDamaged = (cause: unknown): StoreDamaged => new StoreDamaged(message, { cause })

/** Also for an error that came from another thread and lost its class on the way. */
export const isStoreDamaged = (error: unknown): boolean => error instanceof Error && error.message === message

/** Rows kept in memory: a listing is asked for again and again. */
const rowsInMemory = 5_000

/** `folder` is made when it is not there. Threads of one process may open it together. */
export const openStore = async (folder: string): Promise<Store> => {
  mkdirSync(dirname(folder), { recursive: true })
  const level = new ClassicLevel<string, string>(folder, { keyEncoding: 'utf8', valueEncoding: 'utf8' })
  try {
    await level.open({ multithreading: true })
  } catch (error) {
    throw damageOrRefusal(error)
  }
  const cache = createRowCache(rowsInMemory)
  return {
    get: key => {
      const known = cache.get(key)
      if (known !== undefined) return known
      // Of a key as text it may read the first letters only: its buffer has room for keys in ASCII.
      const value = attempt(() => level.getSync(Buffer.from(key), { keyEncoding: 'buffer' }))
      if (value === undefined) return undefined
      const row = decode(key, value)
      cache.set(key, row)
      return row
    },
    rows: prefix => readRows(level, prefix),
    write: async rows => {
      const batch = [...rows].map(([key, row]) =>
        row === null ? { type: 'del' as const, key } : { type: 'put' as const, key, value: encode(key, row) },
      )
      await level.batch(batch, { sync: true })
      for (const { key } of batch) cache.forget(key)
    },
    close: () => level.close(),
  }
}

async function* readRows(level: ClassicLevel<string, string>, prefix: string) {
  const iterator = level.iterator({ gte: prefix, lt: `${prefix}\u{10ffff}` })
  try {
    for (;;) {
      const rows = await iterator.nextv(1000).catch((error: unknown) => {
        throw damageOrRefusal(error)
      })
      if (rows.length === 0) return
      for (const [key, value] of rows) yield [key, decode(key, value)] as const
    }
  } finally {
    await iterator.close()
  }
}

// LevelDB itself looks at its checksums only when it tidies up.
const encode = (key: string, row: unknown): string => {
  const text = JSON.stringify(row)
  return checksum(key, text) + text
}

const decode = (key: string, value: string): unknown => {
  const text = value.slice(7)
  if (value.slice(0, 7) !== checksum(key, text)) throw storeDamaged('a row is not as it was written')
  return JSON.parse(text)
}

/** Of key and text: damage may also turn one key into another. */
const checksum = (key: string, text: string): string => crc32(text, crc32(key)).toString(36).padStart(7, '0')

const attempt = <Value>(read: () => Value): Value => {
  try {
    return read()
  } catch (error) {
    throw damageOrRefusal(error)
  }
}
