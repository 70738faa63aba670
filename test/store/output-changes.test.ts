import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinChanges, type OutputChanges } from '../../src/store/output-changes.ts'

const nothing: OutputChanges = { added: [], changed: [], removed: [] }
const changes = (some: Partial<OutputChanges>): OutputChanges => ({ ...nothing, ...some })

describe('A file that', () => {
  test.each<[string, Partial<OutputChanges>, Partial<OutputChanges>, Partial<OutputChanges>]>([
    ['came and then changed has come', { added: ['a'] }, { changed: ['a'] }, { added: ['a'] }],
    ['changed twice has changed', { changed: ['a'] }, { changed: ['a'] }, { changed: ['a'] }],
    ['changed and then went is gone', { changed: ['a'] }, { removed: ['a'] }, { removed: ['a'] }],
    ['went and came back has changed', { removed: ['a'] }, { added: ['a'] }, { changed: ['a'] }],
    [
      'only the first publish knows is reported',
      { changed: ['a'] },
      { added: ['b'] },
      { added: ['b'], changed: ['a'] },
    ],
  ])('%s', (_what, first, second, joined) => {
    expect(joinChanges(changes(first), changes(second))).toEqual(changes(joined))
  })
})

test('With nothing before or after it, a publish is reported as it is', () => {
  const one = changes({ added: ['a'], changed: ['b'], removed: ['c'] })
  expect(joinChanges(nothing, one)).toEqual(one)
  expect(joinChanges(one, nothing)).toEqual(one)
})

describe('Whoever has the state before both publishes', () => {
  type Site = Readonly<Record<string, string>>
  const site = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'), {
    noNullPrototype: true,
  })

  const between = (before: Site, after: Site): OutputChanges => {
    const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return {
      added: files.filter(file => !(file in before) && file in after),
      changed: files.filter(file => file in before && file in after && before[file] !== after[file]),
      removed: files.filter(file => file in before && !(file in after)),
    }
  }

  /** A file that is to be deleted may be gone already. */
  const upload = (before: Site, { added, changed, removed }: OutputChanges, after: Site): Site => {
    const there = {
      ...before,
      ...Object.fromEntries([...added, ...changed].map(file => [file, after[file] ?? ''])),
    }
    return Object.fromEntries(
      Object.entries(there)
        .filter(([file]) => !removed.includes(file))
        .sort(),
    )
  }

  test('has the state after them by what is reported', () => {
    const property = fc.property(site, site, site, (one, two, three) => {
      const joined = joinChanges(between(one, two), between(two, three))
      expect(upload(one, joined, three)).toEqual(Object.fromEntries(Object.entries(three).sort()))
      for (const file of joined.changed) expect(file in one).toBe(true)
      for (const file of joined.added) expect(file in one).toBe(false)
      expect(new Set([...joined.added, ...joined.changed, ...joined.removed]).size).toBe(
        joined.added.length + joined.changed.length + joined.removed.length,
      )
    })
    fc.assert(property, { numRuns: 500 })
  })
})
