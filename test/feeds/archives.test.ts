// Archived feeds (RFC 5005) of newsrooms with busy days and months: who follows them meets every story once, and a publish
// makes those again that changed, and no others.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Listing, listingsOf, nameOfListing } from '../../src/domain/listing.ts'
import type { Newsroom } from '../../src/domain/newsroom.ts'
import { drawFeed, type Feed } from '../../src/pages/draw-feed.ts'
import { changesIndex, changesOfDay } from '../../src/pages/kinds/changes.ts'
import { feedArchives } from '../../src/pages/kinds/feed-archives.ts'
import { feeds } from '../../src/pages/kinds/feeds.ts'
import { sitemapIndex, sitemapMonth, sitemapNews, sitemapPictures } from '../../src/pages/kinds/sitemaps.ts'
import { opml, subscribe } from '../../src/pages/kinds/subscribe.ts'
import type { PageContext } from '../../src/pages/page-kind.ts'
import { digestOfData, planPages } from '../../src/plan/plan-pages.ts'
import type { Output } from '../../src/store/output.ts'
import type { Tables } from '../../src/store/tables.ts'
import {
  changesBetween,
  contextOn,
  edited,
  indexed,
  newsroomWith,
  randomEdits,
  randomSketches,
  type Sketch,
  storyOfSketch,
} from './sketched-newsroom.ts'

/** No archived feed has more. */
const mostInArchive = 50

const randomNewest = fc.constantFrom(1, 3, 20, 50, 60)
const newsroomsOf = new Map([1, 3, 20, 50, 60].map(newest => [newest, newsroomWith(`{ newest: ${newest} }`)]))
const newsroomOf = (newest: number): Newsroom => newsroomsOf.get(newest) as Newsroom

const isLive = ({ withdrawnAt }: Sketch): boolean => withdrawnAt === null

const listingsIn = (sketches: readonly Sketch[]): readonly Listing[] => [
  ...new Map(
    sketches
      .filter(isLive)
      .flatMap(sketch => listingsOf(storyOfSketch(sketch)))
      .map(listing => [nameOfListing(listing), listing]),
  ).values(),
]

type Archived = Omit<Feed, 'name' | 'description'> & { readonly current: string }

/** Every archived feed, by its address. */
const archivesOf = (sketches: readonly Sketch[], context: PageContext): ReadonlyMap<string, Archived> => {
  const pages = sketches.flatMap(sketch => feedArchives.pagesOf(storyOfSketch(sketch), context))
  return new Map(
    pages.flatMap(page => {
      const data = page.dataIn(context)
      return data ? [[page.url, data.feed as Archived] as const] : []
    }),
  )
}

const storiesIn = (sketches: readonly Sketch[], listing: Listing): readonly string[] =>
  sketches
    .filter(isLive)
    .map(storyOfSketch)
    .filter(story => listingsOf(story).some(other => nameOfListing(other) === nameOfListing(listing)))
    .map(({ id }) => id)

describe('who follows prev-archive', () => {
  test('from any feed meets each of its stories once, from the newest to the oldest', () => {
    const property = fc.property(randomSketches, randomNewest, (sketches, newest) => {
      const context = contextOn(indexed(changesBetween([], sketches)), newsroomOf(newest))
      const archives = archivesOf(sketches, context)
      const met = new Set<string>()
      for (const listing of listingsIn(sketches)) {
        const feed = drawFeed(listing, context)
        if (feed === null) throw new Error(`there is no feed of ${nameOfListing(listing)}`)
        const items = [...feed.items]
        for (let next = feed.older; next !== null; next = archives.get(next)?.older ?? null) {
          const archived = archives.get(next)
          if (!archived || met.has(next)) throw new Error(`${next} is not there, or met twice`)
          met.add(next)
          expect(archived).toMatchObject({ id: feed.id, withdrawn: [] })
          expect(archived.current).toBe(new URL('atom.xml', feed.id).pathname)
          expect(archived.items.length).toBeLessThanOrEqual(mostInArchive)
          items.push(...archived.items)
        }
        const all = storiesIn(sketches, listing)
        expect(items.map(({ id }) => id).toSorted()).toEqual(all.toSorted())
        const dates = items.map(({ date }) => date)
        expect(dates).toEqual(dates.toSorted((one, other) => other - one))
        expect(feed.items.length).toBeGreaterThanOrEqual(Math.min(newest, all.length))
        expect(feed.items.length).toBeLessThan(newest + mostInArchive)
      }
      expect([...archives.keys()].filter(url => !met.has(url))).toEqual([])
    })
    fc.assert(property, { numRuns: 40 })
  })
})

const kinds = [
  ...feeds,
  feedArchives,
  subscribe,
  opml,
  changesIndex,
  changesOfDay,
  sitemapIndex,
  sitemapMonth,
  sitemapNews,
  sitemapPictures,
]

/** What tells one version of each page from another, by its output path. */
type Published = Map<string, Output>

const publish = (
  changes: ReturnType<typeof changesBetween>,
  before: { readonly tables: Tables; readonly published: Published } | null,
  newsroom: Newsroom,
) => {
  const tables = indexed(changes, before?.tables)
  const after = contextOn(tables, newsroom)
  const published: Published = new Map(before?.published)
  const { pages, removals } = planPages({
    kinds,
    changes: { stories: changes, curations: [], fronts: [], redirects: [], others: [] },
    before: before && contextOn(before.tables, newsroom),
    after,
    published: output => published.get(output),
    layoutDigestOf: ({ layout }) => layout,
  })
  for (const { output } of removals) published.delete(output)
  for (const { kind, key, url, file, layoutDigest: look, output } of pages) {
    const drawn = kinds
      .find(({ name }) => name === kind)
      ?.pageAt(key)
      .dataIn(after)
    if (!drawn) continue
    const data = digestOfData(drawn)
    published.set(output, {
      path: output,
      digest: data,
      made: { by: 'page', kind, key, url, file, layoutDigest: look, dataDigest: data, ids: null },
    })
  }
  return { tables, published, planned: pages, removals }
}

const digestsIn = (published: Published) =>
  Object.fromEntries([...published].map(([path, { digest }]) => [path, digest]).sort())

describe('a publish', () => {
  test('makes just the feeds again whose stories changed, or moved on to another one', () => {
    const property = fc.property(
      randomSketches,
      fc.array(randomEdits, { minLength: 1, maxLength: 5 }),
      randomNewest,
      (start, publishes, newest) => {
        const newsroom = newsroomOf(newest)
        let sketches = start
        let last = publish(changesBetween([], sketches), null, newsroom)
        for (const [at, edits] of publishes.entries()) {
          const next = edits.reduce(
            (before, edit, index) => edited(before, edit, `new-${at}-${index}`),
            sketches,
          )
          const before = digestsIn(last.published)
          last = publish(changesBetween(sketches, next), last, newsroom)
          const after = digestsIn(last.published)
          expect(after).toEqual(digestsIn(publish(changesBetween([], next), null, newsroom).published))
          const same = last.planned.filter(({ output }) => before[output] === after[output])
          expect(same).toEqual([])
          sketches = next
        }
      },
    )
    fc.assert(property, { numRuns: 60 })
  })
})
