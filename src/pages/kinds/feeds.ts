// The feeds of the site, its sections, topics and bylines, of breaking news, of the corrections and of live blogs.

import { type FeedFormat, feedFormats } from '../../domain/feeds.ts'
import { feedUrl } from '../../domain/site-addresses.ts'
import { type Channel, channelsOf, frontOfChannel, standingChannels } from '../channels.ts'
import { drawFeed, pageOfFeed } from '../draw-feed.ts'
import { type PageContext, type PageKind, pageKind } from '../page-kind.ts'

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
