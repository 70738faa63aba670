// The feeds of the site, its sections, topics and bylines, of breaking news, of the corrections and of live blogs.

import { type FeedFormat, feedFormats } from '../domain/feeds.ts'
import type { Instant } from '../domain/instant.ts'
import { feedUrl } from './addresses.ts'
import { type Channel, channelsOf, frontOfChannel, standingChannels } from './channels.ts'
import { drawFeed, type Feed } from './draw-feed.ts'
import { type PageContext, type PageKind, pageKind } from './page-kind.ts'

const layouts: Readonly<Record<FeedFormat, string>> = {
  rss: 'machine/rss.xml.njk',
  atom: 'machine/atom.xml.njk',
  json: 'machine/feed.json.njk',
}

const isMade = (format: FeedFormat, { newsroom }: PageContext): boolean =>
  newsroom.site.feeds.formats.includes(format)

export const feeds: readonly PageKind[] = feedFormats.map(format =>
  pageKind<Channel>({
    name: format,
    layout: layouts[format],
    always: context => (isMade(format, context) ? standingChannels(context) : []),
    of: 'published',
    pagesOf: (story, context) => (isMade(format, context) ? channelsOf(story, context) : []),
    urlOf: channel => feedUrl(frontOfChannel(channel), format),
    dataOf: (channel, context) => {
      return isMade(format, context) ? pageOfFeed(drawFeed(channel, context), null) : null
    },
  }),
)

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
