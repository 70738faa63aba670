// What is too old for a listing's feed, in archived feeds that stay as they are (RFC 5005, section 4).
//
// A feed shows its newest parts whole, as many as have the stories that the site wants in it (see
// `archive/parts-of-listing.ts`); every older part is an archived Atom feed. So each story is met once on the
// way along `prev-archive`, from any feed, and an archive changes only when one of its stories does. RSS
// leads there as well; JSON Feed has no such link. Archives hold summaries.

import type { ListingIndex } from '../../archive/create-archive.ts'
import type { StoryChange } from '../../archive/index-stories.ts'
import {
  currentParts,
  nameOfPart,
  type Part,
  partsBeside,
  partsOfMonth,
} from '../../archive/parts-of-listing.ts'
import { type Month, monthOf } from '../../domain/instant.ts'
import { isListing, type Listing, listingsOf, nameOfListing } from '../../domain/listing.ts'
import { archivedFeedUrl, feedUrl, frontUrl } from '../../domain/site-addresses.ts'
import { drawArchivedFeed, expectedOfFeed, type FeedData, hasArchives, pageOfFeed } from '../draw-feed.ts'
import { type PageContext, pageKind } from '../page-kind.ts'

type Key = { readonly listing: Listing; readonly part: Omit<Part, 'entries'> }

const keyOf = (listing: Listing, { month, day, piece }: Part): Key => ({
  listing,
  part: { month, day, piece },
})

export const feedArchives = pageKind<Key, FeedData>({
  name: 'feed-archive',
  medium: 'atom',
  // Nobody follows them.
  announceTo: null,
  layout: 'machine/atom.xml.njk',
  always: () => [],
  pagesOf: (story, { archive, newsroom }) => {
    if (!hasArchives(newsroom.site)) return []
    return listingsOf(story).flatMap(listing => {
      const index = archive.listing(listing)
      const part = partsOfMonth(index, monthOf(story.day)).find(({ entries }) =>
        entries.some(({ file }) => file === story.file),
      )
      const current = currentParts(index, newsroom.site.feeds.newest)
      return part ? withNewer(part, listing, index).filter(isArchivedIn(current)) : []
    })
  },
  pagesBetween: (before, after, changes) =>
    hasArchives(after.newsroom.site)
      ? touchedMonths(before, after, changes).flatMap(touched => movedIn(touched, before, after))
      : [],
  knows: ({ listing }) => isListing(listing),
  urlOf: ({ listing, part }) => archivedFeedUrl(listing, part),
  dataOf: ({ listing, part }, context) => {
    const { archive, newsroom } = context
    if (!hasArchives(newsroom.site)) return null
    const index = archive.listing(listing)
    const name = nameOfPart(part)
    const found = partsOfMonth(index, part.month).find(other => nameOfPart(other) === name)
    const current = currentParts(index, newsroom.site.feeds.newest)
    if (found === undefined || !isArchivedIn(current)({ part })) return null
    return pageOfFeed(drawArchivedFeed(listing, found, context), feedUrl(frontUrl(listing), 'atom'))
  },
  expects: expectedOfFeed,
})

const isArchivedIn =
  (current: readonly Part[]) =>
  ({ part }: Pick<Key, 'part'>): boolean =>
    current.every(other => nameOfPart(other) !== nameOfPart(part))

/** A part, and the one that leads to it. */
const withNewer = (part: Part, listing: Listing, index: ListingIndex): readonly Key[] => {
  const { newer } = partsBeside(index, part)
  return [keyOf(listing, part), ...(newer ? [keyOf(listing, newer)] : [])]
}

type Touched = { readonly listing: Listing; readonly months: Set<Month> }

const touchedMonths = (
  before: PageContext,
  after: PageContext,
  changes: readonly StoryChange[],
): readonly Touched[] => {
  const listings = new Map<string, Touched>()
  for (const { file } of changes)
    for (const { archive } of [before, after]) {
      const story = archive.story(file)
      for (const listing of story ? listingsOf(story) : []) {
        const name = nameOfListing(listing)
        const touched = listings.get(name) ?? { listing, months: new Set<Month>() }
        listings.set(name, touched)
        if (story) touched.months.add(monthOf(story.day))
      }
    }
  return [...listings.values()]
}

/** The archived parts that are there only before or only after, or that hold other stories. */
const movedIn = ({ listing, months }: Touched, before: PageContext, after: PageContext): readonly Key[] => {
  const indexes = [before, after].map(({ archive, newsroom }) => {
    const index = archive.listing(listing)
    const current = currentParts(index, newsroom.site.feeds.newest)
    return { index, current, names: new Set(current.map(nameOfPart)) }
  })
  const all = new Set([...months, ...indexes.flatMap(({ current }) => current.map(({ month }) => month))])
  const [then = [], now = []] = indexes.map(({ index, names }): Archived => {
    const parts = [...all].flatMap(month => partsOfMonth(index, month))
    return parts
      .filter(part => !names.has(nameOfPart(part)))
      .map(part => ({ part, content: contentOf(part), index }))
  })
  return [...lacking(then, now), ...lacking(now, then)].flatMap(({ part, index }) =>
    withNewer(part, listing, index),
  )
}

type Archived = readonly { readonly part: Part; readonly content: string; readonly index: ListingIndex }[]

const lacking = (some: Archived, others: Archived): Archived => {
  const contents = new Set(others.map(({ content }) => content))
  return some.filter(({ content }) => !contents.has(content))
}

/** Stories come and go singly, so that a part that lost one and won one has another first or last. */
const contentOf = (part: Part): string => {
  const { entries } = part
  return [nameOfPart(part), entries.length, entries[0]?.file, entries.at(-1)?.file].join(' ')
}
