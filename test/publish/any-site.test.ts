// Whatever stood there and whatever comes: afterwards the new site stands there, and what editors put beside it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldersOf } from '../../src/publish/disk.ts'
import type { Files } from '../rig/site-folder.ts'
import { createStagedSite, type StagedSite } from './staged-site.ts'

const part = fc.constantFrom('a', 'b', 'a.html', 'index.html', 'rss.xml', 'photo.jpg')
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'))

/** No file in a place where a folder of the same site must be. */
const anyFiles = (text: string): fc.Arbitrary<Files> =>
  fc.dictionary(path, fc.constantFrom(`${text} 1`, `${text} 2`), { maxKeys: 8 }).map(files => {
    const folders = new Set(Object.keys(files).flatMap(foldersOf))
    return Object.fromEntries(Object.entries(files).filter(([file]) => !folders.has(file)))
  })

/** Old and new share texts, so that some files stay as they are. */
const anySites = fc.record({ before: anyFiles('page'), after: anyFiles('page'), byHand: anyFiles('mine') })

/** One of them is a file where the other needs a folder. */
const clash = (one: string, other: string): boolean =>
  foldersOf(one).includes(other) || foldersOf(other).includes(one)

const anyClash = (some: Files, others: Files): boolean =>
  Object.keys(some).some(file => Object.keys(others).some(other => clash(file, other)))

const inSite = (published: Files, use: (site: StagedSite) => void): void => {
  const site = createStagedSite(published)
  try {
    use(site)
  } finally {
    site.dispose()
  }
}

/** Files that editors put there, beside a site that was published. */
const handmade = (byHand: Files, before: Files): Files =>
  Object.fromEntries(
    Object.entries(byHand).filter(([file]) =>
      Object.keys(before).every(page => page !== file && !clash(page, file)),
    ),
  )

test('any site becomes any other, or is refused while all is as it was', () => {
  const seen = { published: 0, refused: 0 }
  fc.assert(
    fc.property(anySites, ({ before, after, byHand }) => {
      const foreign = handmade(byHand, before)
      inSite({ ...before, ...foreign }, site => {
        const changes = site.stage(before, after)
        if (anyClash(foreign, after)) {
          seen.refused += 1
          expect(() => site.plan(changes)).toThrow('remove it and build again')
          expect(site.files()).toEqual({ ...before, ...foreign })
          return
        }
        seen.published += 1
        expect(site.carryOut(site.plan(changes))).toEqual([])
        const expected = { ...foreign, ...after }
        expect(site.files()).toEqual(expected)
        const folders = new Set(Object.keys(expected).flatMap(foldersOf))
        expect(site.entries().filter(entry => entry.endsWith('/'))).toEqual(
          [...folders].map(folder => `${folder}/`).sort(),
        )
      })
    }),
    { numRuns: 300 },
  )
  expect(seen.published).toBeGreaterThan(50)
  expect(seen.refused).toBeGreaterThan(20)
})

test('the order in which changes are named does not matter to what stands there', () => {
  fc.assert(
    fc.property(anySites, fc.boolean(), ({ before, after }, finish) => {
      inSite(before, site => {
        const { added, changed, removed } = site.stage(before, after)
        const journal = site.plan({
          added: added.toReversed(),
          changed: changed.toReversed(),
          removed: removed.toReversed(),
        })
        site.carryOut(journal)
        if (finish) site.carryOut(journal)
        expect(site.files()).toEqual(after)
      })
    }),
  )
})
