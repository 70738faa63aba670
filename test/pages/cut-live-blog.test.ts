import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import type { LiveEntry } from '../../src/domain/live-blog.ts'
import { cutLiveBlog } from '../../src/pages/cut-live-blog.ts'
import { zone } from '../rig/site-data.ts'
import { at } from '../rig/small-newsroom.ts'

const site = { timezone: zone, weight: 14_000 }

const entryAt = (moment: Instant, bytes = 500): LiveEntry => ({
  ...{ at: moment, headline: 'So', text: 'It is.', words: 60, files: [], shows: [], digest: '', ids: [] },
  bytes,
})

/** Newest first. */
const blog = (entries: readonly LiveEntry[]) => ({
  url: '/night/',
  words: 60 * entries.length,
  entries: entries.toSorted((one, other) => other.at - one.at),
})

const cutAt = (entries: readonly LiveEntry[]) => cutLiveBlog(blog(entries), site)

/** So many, as many minutes apart, from 18:00 of the site's zone on. */
const evening = (count: number, minutes: number): readonly LiveEntry[] =>
  Array.from({ length: count }, (_, index) =>
    entryAt((at('2024-10-24T18:00:00+05:30') + index * minutes * 60_000) as Instant),
  )

const slugs = (entries: readonly LiveEntry[]) =>
  cutAt(entries)
    .hours.map(({ slug }) => slug)
    .toReversed()

describe('the page of a live blog', () => {
  test('holds all of a small one', () => {
    expect(cutAt([])).toEqual({ shown: [], hours: [] })
    expect(cutAt(evening(5, 60))).toEqual({ shown: blog(evening(5, 60)).entries, hours: [] })
  })

  test('holds the newest of a large one, and leads to pages of its hours', () => {
    const { shown, hours } = cutAt(evening(100, 6))
    expect(shown.length).toBeGreaterThan(10)
    expect(shown).toEqual(blog(evening(100, 6)).entries.slice(0, shown.length))
    expect(hours.at(-1)).toMatchObject({ slug: '2024-10-24-18', url: '/night/2024-10-24-18/' })
  })
})

describe('a page of closed hours is', () => {
  test('an hour', () =>
    expect(slugs(evening(60, 6)).slice(0, 3)).toEqual(['2024-10-24-18', '2024-10-24-19', '2024-10-24-20']))

  test('a quarter of a day, or all of it, where there is little', () => {
    expect(slugs(evening(72, 30)).slice(0, 3)).toEqual(['2024-10-24', '2024-10-25-00', '2024-10-25-06'])
  })

  test('a piece of an hour where there is too much', () =>
    expect(slugs(evening(59, 1)).slice(0, 2)).toEqual(['2024-10-24-18', '2024-10-24-18-2']))

  test('no heavier than a page may be, but for one entry that is', () => {
    const heavy = [...evening(40, 1), entryAt(at('2024-10-24T17:00:00+05:30'), 50_000)]
    const sizes = cutAt(heavy).hours.map(({ entries }) =>
      entries.reduce((sum, entry) => sum + entry.bytes * 0.42, 0),
    )
    expect(sizes.filter(size => size > site.weight)).toHaveLength(1)
  })
})

describe('whatever the entries are', () => {
  const moments = fc.uniqueArray(fc.integer({ min: 0, max: 3 * 24 * 60 }), { minLength: 1, maxLength: 150 })
  const some = moments.map(minutes =>
    minutes.map(minute =>
      entryAt((at('2024-10-24T00:00:00Z') + minute * 60_000) as Instant, 200 + (minute % 7) * 300),
    ),
  )

  test('each is on the blog’s own page or on just one of its hours, newest first', () => {
    const property = fc.property(some, entries => {
      const { shown, hours } = cutAt(entries)
      const ofHours = hours.flatMap(part => part.entries)
      expect(new Set([...shown, ...ofHours])).toEqual(new Set(entries))
      expect(ofHours).toEqual(blog(ofHours).entries)
      expect(new Set(ofHours).size).toBe(ofHours.length)
      expect(new Set(hours.map(({ url }) => url)).size).toBe(hours.length)
    })
    fc.assert(property)
  })

  test('a later one changes no page that is closed', () => {
    const property = fc.property(some, entries => {
      const inOrder = entries.toSorted((one, other) => one.at - other.at)
      const before = new Map<string, readonly LiveEntry[]>()
      for (let count = 1; count <= inOrder.length; count++) {
        const now = new Map(cutAt(inOrder.slice(0, count)).hours.map(part => [part.slug, part.entries]))
        for (const [slug, inside] of before) expect(now.get(slug)).toEqual(inside)
        for (const [slug, inside] of now) before.set(slug, inside)
      }
    })
    fc.assert(property, { numRuns: 20 })
  })
})
