import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { keysOf, useStore } from '../rig/use-store.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-store-'))
  folder = join(root, 'state/store')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('a row', () => {
  test.each([
    ['a text', 'हिंदी 서울 🛳️ \u0000 "quoted"'],
    ['a number', 1729742400000],
    ['a list', ['a', [1, null]]],
    ['a group', { file: 'a.md', ids: [], made: { by: 'page' } }],
    ['no words at all', ''],
    ['false', false],
  ])('comes back as it was written, be it %s', async (_what, row) => {
    await useStore(folder, store => store.write([['table!key', row]]))
    expect(await useStore(folder, store => store.get('table!key'))).toEqual(row)
  })

  test('is found in the same run, before anything is closed', async () => {
    await useStore(folder, async store => {
      await store.write([['a', 1]])
      expect(store.get('a')).toBe(1)
      await store.write([['a', 2]])
      expect(store.get('a')).toBe(2)
    })
  })

  test('is found by its key in any script, however long', async () => {
    const keys = ['k', 'é', 'क', '🛳'].flatMap(letter =>
      [1, 20, 22, 25, 66, 150].map(count => `bylines!${letter.repeat(count)}`),
    )
    await useStore(folder, store => store.write(keys.map((key, at) => [key, at])))
    const found = await useStore(folder, store => keys.map(key => store.get(key)))
    expect(found).toEqual(keys.map((_key, at) => at))
  })

  test('that was taken away, or never written, is undefined', async () => {
    await useStore(folder, async store => {
      await store.write([
        ['a', 1],
        ['b', 2],
      ])
      await store.write([['a', null]])
      expect([store.get('a'), store.get('b'), store.get('c')]).toEqual([undefined, 2, undefined])
    })
  })

  test('of which a batch says two things is what it says last', async () => {
    await useStore(folder, async store => {
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
    await useStore(folder, async store => {
      await store.write(keys.map(key => [key, key]))
      expect(await keysOf(store, 'outputs!')).toEqual(['outputs!world', 'outputs!world/a', 'outputs!world/b'])
      expect(await keysOf(store, 'outputs!world/')).toEqual(['outputs!world/a', 'outputs!world/b'])
      expect(await keysOf(store, 'nothing!')).toEqual([])
    })
  })

  test('are all there, whatever script they begin with', async () => {
    const keys = ['~', 'é', 'हिंदी', '서울', '\ufeff', '\uffee', '🛳️', '𠮷'].map(name => `outputs!${name}/x`)
    await useStore(folder, async store => {
      await store.write(keys.map(key => [key, 0]))
      expect(await keysOf(store, 'outputs!')).toEqual(keys)
    })
  })

  test('are all there, also when they are thousands, and a look at the first few costs no more', async () => {
    const names = Array.from({ length: 2_500 }, (_, index) => `a!${String(index).padStart(5, '0')}`)
    await useStore(folder, async store => {
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
      await useStore(at, async store => {
        for (const rows of batches) {
          await store.write(rows)
          for (const [name, value] of rows)
            if (value === null) known.delete(name)
            else known.set(name, value)
        }
        expect(JSON.stringify(await found(store))).toBe(JSON.stringify(asMap()))
      })
      expect(JSON.stringify(await useStore(at, found))).toBe(JSON.stringify(asMap()))
    })
    await fc.assert(property, { numRuns: 30 })
  })
})

test('the store may be opened twice in one process, as threads do', async () => {
  await useStore(folder, async first => {
    await first.write([['a', 1]])
    await useStore(folder, second => expect(second.get('a')).toBe(1))
    expect(first.get('a')).toBe(1)
  })
})
