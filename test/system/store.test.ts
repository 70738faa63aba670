import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isDamage, openStore, type Store, StoreDamaged } from '../../src/system/store.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-store-'))
  folder = join(root, 'state/store')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const using = async <Value>(work: (store: Store) => Promise<Value> | Value, at = folder): Promise<Value> => {
  const store = await openStore(at)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const keysOf = async (store: Store, prefix: string): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const [key] of store.rows(prefix)) keys.push(key)
  return keys
}

describe('a row', () => {
  test.each([
    ['a text', 'हिंदी 서울 🛳️ \u0000 "quoted"'],
    ['a number', 1729742400000],
    ['a list', ['a', [1, null]]],
    ['a group', { file: 'a.md', ids: [], made: { by: 'page' } }],
    ['no words at all', ''],
    ['false', false],
  ])('comes back as it was written, be it %s', async (_what, row) => {
    await using(store => store.write([['table!key', row]]))
    expect(await using(store => store.get('table!key'))).toEqual(row)
  })

  test('is found in the same run, before anything is closed', async () => {
    await using(async store => {
      await store.write([['a', 1]])
      expect(store.get('a')).toBe(1)
      await store.write([['a', 2]])
      expect(store.get('a')).toBe(2)
    })
  })

  test('that was taken away, or never written, is undefined', async () => {
    await using(async store => {
      await store.write([
        ['a', 1],
        ['b', 2],
      ])
      await store.write([['a', null]])
      expect([store.get('a'), store.get('b'), store.get('c')]).toEqual([undefined, 2, undefined])
    })
  })

  test('of which a batch says two things is what it says last', async () => {
    await using(async store => {
      await store.write([
        ['a', 1],
        ['a', null],
        ['b', null],
        ['b', 2],
      ])
      expect([store.get('a'), store.get('b')]).toEqual([undefined, 2])
    })
  })
})

describe('the rows below a beginning', () => {
  test('come in the order of their keys, and no others', async () => {
    const keys = ['outputs!world/b', 'outputs!world/a', 'outputs!world', 'outputs', 'outputt!a', 'marks!a']
    await using(async store => {
      await store.write(keys.map(key => [key, key]))
      expect(await keysOf(store, 'outputs!')).toEqual(['outputs!world', 'outputs!world/a', 'outputs!world/b'])
      expect(await keysOf(store, 'outputs!world/')).toEqual(['outputs!world/a', 'outputs!world/b'])
      expect(await keysOf(store, 'nothing!')).toEqual([])
    })
  })

  test('are all there, whatever script they begin with', async () => {
    const keys = ['~', 'é', 'हिंदी', '서울', '\ufeff', '\uffee', '🛳️', '𠮷'].map(name => `outputs!${name}/x`)
    await using(async store => {
      await store.write(keys.map(key => [key, 0]))
      expect(await keysOf(store, 'outputs!')).toEqual(keys)
    })
  })

  test('are all there, also when they are thousands, and a look at the first few costs no more', async () => {
    const names = Array.from({ length: 2_500 }, (_, index) => `a!${String(index).padStart(5, '0')}`)
    await using(async store => {
      await store.write(names.map(name => [name, 0]))
      expect(await keysOf(store, 'a!')).toEqual(names)
      for await (const [key] of store.rows('a!')) {
        expect(key).toBe('a!00000')
        break
      }
    })
  })
})

describe('any rows', () => {
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter(text => text.isWellFormed())
  const row = fc.option(fc.jsonValue().filter(value => value !== null))
  const batch = fc.array(fc.tuple(key, row), { maxLength: 8 })

  test('are there as a map would have them, in this run and the next', async () => {
    const property = fc.asyncProperty(fc.array(batch, { maxLength: 5 }), async batches => {
      const at = mkdtempSync(join(root, 'any-'))
      const known = new Map<string, unknown>()
      const asMap = () => [...known].sort(([one], [other]) => Buffer.from(one).compare(Buffer.from(other)))
      const found = async (store: Store) => {
        const rows: (readonly [string, unknown])[] = []
        for await (const each of store.rows('')) rows.push(each)
        return rows
      }
      await using(async store => {
        for (const rows of batches) {
          await store.write(rows)
          for (const [name, value] of rows)
            if (value === null) known.delete(name)
            else known.set(name, value)
        }
        expect(JSON.stringify(await found(store))).toBe(JSON.stringify(asMap()))
      }, at)
      expect(JSON.stringify(await using(found, at))).toBe(JSON.stringify(asMap()))
    })
    await fc.assert(property, { numRuns: 30 })
  })
})

test('the store may be opened twice in one process, as threads do', async () => {
  await using(async first => {
    await first.write([['a', 1]])
    await using(second => expect(second.get('a')).toBe(1))
    expect(first.get('a')).toBe(1)
  })
})

test('damage that a thread met is known as such, though its error lost its class on the way', async () => {
  await using(() => {})
  for (const name of readdirSync(folder)) truncateSync(join(folder, name), 0)
  const error = await openStore(folder).catch((thrown: unknown) => thrown)
  expect(isDamage(error)).toBe(true)
  expect(isDamage(structuredClone(error))).toBe(true)
  expect([new Error('no room'), 'the store is damaged', null].map(isDamage)).toEqual([false, false, false])
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
    using(async store => {
      for (let publish = 1; publish <= publishes; publish++) await store.write(rowsOf(publish))
    })

  /** Opened and closed once more, LevelDB has put its rows into tables. */
  const settle = () => using(() => {})

  type Found = 'damaged' | 'some publish' | 'rows missing'

  /** Throws at a row that was never written like that, and at any other error. */
  const look = async (): Promise<Found> => {
    try {
      return await using(async store => {
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

  const forms = [
    ['as the last publish left it', fill],
    ['as the next run found it', () => fill().then(settle)],
  ] as const

  test.each(forms)(
    '%s, with a file deleted: it is told, or is as some publish left it',
    async (_when, make) => {
      await make()
      expect(await damageEach(path => rmSync(path))).not.toContain('rows missing')
    },
  )

  test.each(forms)('%s, with a file cut short: the same', async (_when, make) => {
    await make()
    for (const share of [0, 0.1, 0.5, 0.9]) {
      const found = await damageEach(path =>
        truncateSync(path, Math.floor(readFileSync(path).length * share)),
      )
      expect(found).not.toContain('rows missing')
    }
  })

  test.each(forms)('%s, with noise in a file: no row is other than it was written', async (_when, make) => {
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
