// What the layouts of feeds see, whatever the format.

import { currentParts, type Part, partsBeside } from '../archive/parts-of-listing.ts'
import type { Instant } from '../domain/instant.ts'
import { type Listing, nameOfListing } from '../domain/listing.ts'
import type { Site } from '../domain/newsroom.ts'
import { archivedFeedUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import { type Channel, frontOfChannel } from './channels.ts'
import { describeChannel } from './describe-channel.ts'
import { type FeedItem, itemOfCorrection, itemOfEntry, itemOfStory } from './feed-items.ts'
import type { Expected, PageContext } from './page-kind.ts'

export type Feed = {
  /** Permanent, and the same for the feed's archives. */
  readonly id: string
  readonly name: string
  readonly description: string
  /** The page that it is of. */
  readonly front: string
  /** Newest first. */
  readonly items: readonly FeedItem[]
  /** Withdrawn stories (RFC 6721). */
  readonly withdrawn: readonly { readonly id: string; readonly at: Instant }[]
  /** The archived feed with what is older (RFC 5005). */
  readonly older: string | null
}

export const hasArchives = ({ feeds }: Site): boolean => feeds.archives && feeds.formats.includes('atom')

/** Null when there is nothing to follow. */
export const drawFeed = (channel: Channel, context: PageContext): Feed | null => {
  const head = headOf(channel, context)
  return head && { ...head, withdrawn: [], older: null, ...contentsOf(channel, context) }
}

/** Its texts are summaries, as every story stands in an archive of each of its listings. */
export const drawArchivedFeed = (listing: Listing, part: Part, context: PageContext): Feed | null => {
  const { archive } = context
  const stories = archive.storiesOf(part.entries)
  // Of its own stories: a byline that is spelled otherwise today changes no archive.
  const head = headOf(listing, context, stories)
  const items = stories.map(story => itemOfStory(story, context, false))
  const { older } = partsBeside(archive.listing(listing), part)
  return head && { ...head, items, withdrawn: [], older: older && archivedFeedUrl(listing, older) }
}

const headOf = (channel: Channel, context: PageContext, shown?: readonly Story[]) => {
  const facts = describeChannel(channel, context, shown)
  const front = frontOfChannel(channel)
  const { site } = context.newsroom
  return (
    facts && {
      id: new URL(front, site.url).href,
      name: channel.of === 'site' ? facts.name : `${facts.name} · ${site.name}`,
      description: facts.description,
      front,
    }
  )
}

type Contents = Pick<Feed, 'items'> & Partial<Feed>

const contentsOf = (channel: Channel, context: PageContext): Contents => {
  const { archive, newsroom } = context
  const { newest, text } = newsroom.site.feeds
  const isFull = text === 'full'
  if (channel.of === 'corrections')
    return { items: archive.corrections.newest(newest).map(dated => itemOfCorrection(dated, context)) }
  if (channel.of !== 'live') return contentsOfListing(channel, context, isFull)
  const story = archive.story(channel.file)
  if (story === null) return { items: [] }
  const entries = story.entries.slice(0, newest)
  return {
    // The address of a story may change.
    id: `${story.id}/live`,
    items: entries.map((entry, index) => itemOfEntry(story, entry, index, context, isFull)),
  }
}

const contentsOfListing = (listing: Listing, context: PageContext, isFull: boolean): Contents => {
  const { archive, newsroom } = context
  const { newest } = newsroom.site.feeds
  const index = archive.listing(listing)
  const parts = hasArchives(newsroom.site) ? currentParts(index, newest) : []
  const last = parts.at(-1)
  const older = last ? partsBeside(index, last).older : null
  const stories = last ? archive.storiesOf(parts.flatMap(({ entries }) => entries)) : index.newest(newest)
  return {
    items: stories.map(story => itemOfStory(story, context, isFull)),
    withdrawn: withdrawnFrom(listing, stories.at(-1)?.date ?? null, context),
    older: older && archivedFeedUrl(listing, older),
  }
}

/** Those withdrawn since the oldest story in the feed was published, the last of them first. Reads no story. */
const withdrawnFrom = (
  listing: Listing,
  oldest: Instant | null,
  { archive, newsroom }: PageContext,
): Feed['withdrawn'] => {
  const name = nameOfListing(listing)
  const { newest } = newsroom.site.feeds
  const found: Feed['withdrawn'][number][] = []
  for (const month of archive.withdrawn.months) {
    const entries = archive.withdrawn.inMonth(month)
    const since = entries.filter(({ date }) => date >= (oldest ?? date))
    found.push(
      ...since.filter(({ listings }) => listings.includes(name)).map(({ id, date }) => ({ id, at: date })),
    )
    if (since.length < entries.length || found.length >= newest) break
  }
  return found.slice(0, newest)
}

/** What the layout of a feed sees. */
export type FeedData = {
  readonly feed: Omit<Feed, 'name' | 'description'> & {
    readonly lastChange: Instant | null
    /** Of an archived feed, the address of the one to subscribe to. */
    readonly current: string | null
  }
}

export const expectedOfFeed = ({ feed }: FeedData): Expected => ({
  feed,
  entries: feed.items.map(({ url }) => ({ url })),
})

/** `current`: of an archived feed, the address of the one to subscribe to. */
export const pageOfFeed = (feed: Feed | null, current: string | null) => {
  if (feed === null) return null
  const { name, description, ...rest } = feed
  return {
    meta: { title: name, description, feed: null, crumbs: [] },
    feed: { ...rest, lastChange: lastChangeOf(feed), current },
  }
}

/** From the stories, not from the clock, so that the same stories give the same bytes. Null when nothing stands in it. */
const lastChangeOf = ({ items, withdrawn }: Feed): Instant | null => {
  const changes = [...items.map(({ modified }) => modified), ...withdrawn.map(({ at }) => at)]
  return changes.length === 0 ? null : (Math.max(...changes) as Instant)
}
