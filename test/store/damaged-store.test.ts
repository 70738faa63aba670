// Files of a store that are not as it left them: that is reported, or an earlier state comes back, and never a wrong row.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isStoreDamaged, openStore, StoreDamaged } from '../../src/store/store.ts'
import { keysOf, useStore } from '../rig/use-store.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-store-'))
  folder = join(root, 'state/store')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('damage that a thread met is known as such, though its error lost its class on the way', async () => {
  await useStore(folder, () => {})
  for (const name of readdirSync(folder)) truncateSync(join(folder, name), 0)
  const error = await openStore(folder).catch((thrown: unknown) => thrown)
  expect(isStoreDamaged(error)).toBe(true)
  expect(isStoreDamaged(structuredClone(error))).toBe(true)
  expect([new Error('no room'), 'the store is damaged', null].map(isStoreDamaged)).toEqual([
    false,
    false,
    false,
  ])
})

describe('a damaged store', () => {
  /** So many publishes, each of which writes some of the rows anew. */
  const publishes = 12
  const rowsOf = (publish: number) =>
    Array.from({ length: 12 }, (_, index): readonly [string, unknown] => {
      const name = `row!${String((publish * 7 + index * 3) % 40).padStart(2, '0')}`
      return [name, { name, publish, text: `publish ${publish} `.repeat(9) }]
    })
  type Row = { readonly name: string; readonly publish: number }

  /** What the rows were after each publish. */
  const states: readonly string[] = (() => {
    const rows = new Map<string, unknown>()
    const shown = () => JSON.stringify([...rows].sort(([one], [other]) => (one < other ? -1 : 1)))
    return [
      shown(),
      ...Array.from({ length: publishes }, (_, index) => {
        for (const [name, row] of rowsOf(index + 1)) rows.set(name, row)
        return shown()
      }),
    ]
  })()

  const fill = () =>
    useStore(folder, async store => {
      for (let publish = 1; publish <= publishes; publish++) await store.write(rowsOf(publish))
    })

  /** Opened and closed once more, LevelDB has put its rows into tables. */
  const settle = () => useStore(folder, () => {})

  type Found = 'damaged' | 'some publish' | 'rows missing'

  /** Throws at a row that was never written like that, and at any other error. */
  const look = async (): Promise<Found> => {
    try {
      return await useStore(folder, async store => {
        const rows: (readonly [string, unknown])[] = []
        for await (const [key, row] of store.rows('row!')) {
          const { name, publish } = row as Row
          expect(name).toBe(key)
          expect(rowsOf(publish)).toContainEqual([key, row])
          rows.push([key, row])
        }
        for (const [key] of rowsOf(publishes)) {
          const row = store.get(key) as Row | undefined
          if (row) expect(rowsOf(row.publish)).toContainEqual([key, row])
        }
        return states.includes(JSON.stringify(rows)) ? 'some publish' : 'rows missing'
      })
    } catch (error) {
      if (error instanceof StoreDamaged) return 'damaged'
      throw error
    }
  }

  const kinds = ['.log', '.ldb', 'CURRENT', 'MANIFEST']

  /** Tries one kind of damage on every file that holds something, by itself. */
  const damageEach = async (damage: (path: string) => void): Promise<ReadonlySet<Found>> => {
    const sound = join(root, 'sound')
    rmSync(sound, { recursive: true, force: true })
    cpSync(folder, sound, { recursive: true })
    const found = new Set<Found>()
    for (const name of readdirSync(sound).filter(file => kinds.some(kind => file.includes(kind)))) {
      rmSync(folder, { recursive: true })
      cpSync(sound, folder, { recursive: true })
      damage(join(folder, name))
      found.add(await look())
    }
    rmSync(folder, { recursive: true })
    cpSync(sound, folder, { recursive: true })
    return found
  }

  const histories = [
    ['as the last publish left it', fill],
    ['as the next run found it', () => fill().then(settle)],
  ] as const

  test.each(histories)(
    '%s, with a file deleted: it is reported, or is as some publish left it',
    async (_when, make) => {
      await make()
      expect(await damageEach(path => rmSync(path))).not.toContain('rows missing')
    },
  )

  test.each(histories)('%s, with a file cut short: the same', async (_when, make) => {
    await make()
    for (const share of [0, 0.1, 0.5, 0.9]) {
      const found = await damageEach(path =>
        truncateSync(path, Math.floor(readFileSync(path).length * share)),
      )
      expect(found).not.toContain('rows missing')
    }
  })

  test.each(histories)(
    '%s, with noise in a file: no row is other than it was written',
    async (_when, make) => {
      await make()
      const noise = fc.record({
        place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
      })
      const property = fc.asyncProperty(noise, async ({ place, bytes }) => {
        await damageEach(path => {
          const content = readFileSync(path)
          content.set(
            bytes.subarray(0, content.length - Math.floor(place * content.length)),
            place * content.length,
          )
          writeFileSync(path, content)
        })
      })
      await fc.assert(property, { numRuns: 60 })
    },
  )

  test('with a row under the key of another: it is reported', async () => {
    await useStore(folder, store => store.write([['row!a', { says: 'a' }]]))
    const level = new ClassicLevel<string, string>(folder)
    await level.put('row!b', (await level.get('row!a')) ?? '')
    await level.close()
    await useStore(folder, async store => {
      expect(store.get('row!a')).toEqual({ says: 'a' })
      expect(() => store.get('row!b')).toThrow(StoreDamaged)
      await expect(keysOf(store, 'row!')).rejects.toThrow(StoreDamaged)
    })
  })

  test('can be made anew in the same place', async () => {
    await fill()
    for (const name of readdirSync(folder)) truncateSync(join(folder, name), 0)
    await expect(openStore(folder)).rejects.toThrow(StoreDamaged)
    rmSync(folder, { recursive: true })
    await fill()
    expect(await look()).toBe('some publish')
  })
})
