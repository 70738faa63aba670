// The feeds of the site, its sections, topics, series and bylines, of breaking news, of the corrections and of live blogs.
//
// The channels are those of `channels.ts`. Each has RSS 2.0, Atom and JSON Feed 1.1 beside its front, of the
// same items (`feed-items.ts`), and a page that says how to follow it (`subscribe.ts`). Ids are permanent;
// what changes is dated by the story, never by the clock. A withdrawn story leaves a tombstone in Atom (RFC
// 6721) as long as the feed goes back that far; all other feeds forget it.

import { type FeedFormat, feedFormats } from '../../domain/feeds.ts'
import { feedUrl } from '../../domain/site-addresses.ts'
import {
  addressOfFeeds,
  type Channel,
  channelsOf,
  isChannel,
  oldChannelsOf,
  standingChannels,
} from '../channels.ts'
import { drawFeed, expectedOfFeed, type FeedData, pageOfFeed } from '../draw-feed.ts'
import { type Medium, type PageContext, type PageKind, pageKind } from '../page-kind.ts'

const layouts: Readonly<Record<FeedFormat, string>> = {
  rss: 'machine/rss.xml.njk',
  atom: 'machine/atom.xml.njk',
  json: 'machine/feed.json.njk',
}

const media: Readonly<Record<FeedFormat, Medium>> = { rss: 'rss', atom: 'atom', json: 'json-feed' }

const isMade = (format: FeedFormat, { newsroom }: PageContext): boolean =>
  newsroom.site.feeds.formats.includes(format)

export const feeds: readonly PageKind[] = feedFormats.map(format =>
  pageKind<Channel, FeedData>({
    name: format,
    layout: layouts[format],
    medium: media[format],
    always: context => (isMade(format, context) ? standingChannels(context) : []),
    of: 'published',
    pagesOf: (story, context) =>
      isMade(format, context)
        ? [...channelsOf(story, context), ...oldChannelsOf(story, context.archive.isLive(story))]
        : [],
    knows: isChannel,
    urlOf: channel => feedUrl(addressOfFeeds(channel), format),
    dataOf: (channel, context) => {
      return isMade(format, context) ? pageOfFeed(drawFeed(channel, context), null) : null
    },
    expects: expectedOfFeed,
  }),
)
