// How people follow a feed: what it is, its addresses, programs that read it. Browsers show them no more than its markup.

import { type FeedFormat, feedFormats } from '../../domain/feeds.ts'
import { keyedRow, type ListingKind, listingKinds } from '../../domain/listing.ts'
import { feedUrl, subscribeUrl } from '../../domain/site-addresses.ts'
import { fill } from '../../domain/strings.ts'
import {
  type Channel,
  channelsOf,
  frontOfChannel,
  isAlwaysThere,
  isChannel,
  standingChannels,
} from '../channels.ts'
import { describeChannel } from '../describe-channel.ts'
import { type PageContext, pageKind } from '../page-kind.ts'

const formatNames: Readonly<Record<FeedFormat, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** For Apple's machines, for Android, for all others. */
const readers = [
  { name: 'NetNewsWire', url: 'https://netnewswire.com/', systems: 'iOS, macOS' },
  { name: 'Feeder', url: 'https://github.com/spacecowboy/Feeder', systems: 'Android' },
  { name: 'Thunderbird', url: 'https://www.thunderbird.net/', systems: 'Linux, Windows, macOS' },
]

const hasFeeds = ({ newsroom }: PageContext): boolean => newsroom.site.feeds.formats.length > 0

export const subscribe = pageKind<Channel>({
  name: 'subscribe',
  layout: 'layouts/subscribe.njk',
  announceTo: null,
  // Those of topics, bylines and live blogs are many, and say nothing that anybody searches for.
  indexed: isAlwaysThere,
  always: context => (hasFeeds(context) ? standingChannels(context) : []),
  pagesOf: (story, context) => (hasFeeds(context) ? channelsOf(story, context) : []),
  knows: isChannel,
  urlOf: channel => subscribeUrl(frontOfChannel(channel)),
  dataOf: (channel, context) => {
    const { site, strings } = context.newsroom
    const facts = hasFeeds(context) ? describeChannel(channel, context) : null
    if (facts === null) return null
    const front = { name: facts.name, url: frontOfChannel(channel) }
    const home = { name: site.name, url: '/' }
    return {
      meta: {
        title: fill(strings.subscribeTo, { name: facts.name }),
        // The front's own description is on the front.
        description: `${fill(strings.subscribeTo, { name: facts.name })}: ${strings.subscribeText}`,
        feed: front,
        crumbs: channel.of === 'site' ? [home] : [home, front],
      },
      feedAddresses: feedFormats
        .filter(format => site.feeds.formats.includes(format))
        .map(format => ({ name: formatNames[format], url: feedUrl(front.url, format) })),
      readers,
      others: channel.of === 'site' ? otherChannels(context) : [],
      hasOpml: formatInOpml(context) !== undefined,
    }
  },
})

/** Those that are always there; topics and bylines are too many, and lead to theirs themselves. */
const otherChannels = (context: PageContext) =>
  standingChannels(context)
    .filter(({ of }) => of !== 'site')
    .map(channel => ({
      name: describeChannel(channel, context)?.name ?? '',
      url: subscribeUrl(frontOfChannel(channel)),
    }))

/** Few programs take others over. */
const formatInOpml = ({ newsroom }: PageContext): FeedFormat | undefined =>
  newsroom.site.feeds.formats.find(format => format !== 'json')

/** Feeds that programs for feeds take over at once: OPML 2.0, http://opml.org/spec2.opml. */
export const opml = pageKind<'opml'>({
  name: 'opml',
  medium: 'opml',
  layout: 'machine/feeds.opml.njk',
  always: context => (formatInOpml(context) ? ['opml'] : []),
  pagesOf: (_story, context) => (formatInOpml(context) ? ['opml'] : []),
  urlOf: () => '/feeds.opml',
  dataOf: (_key, context) => {
    const { archive, newsroom } = context
    const { site, strings } = newsroom
    const format = formatInOpml(context)
    if (format === undefined) return null
    const outline = (channel: Channel) => {
      const url = frontOfChannel(channel)
      return { name: describeChannel(channel, context)?.name ?? '', url, feed: feedUrl(url, format) }
    }
    const standing = standingChannels(context)
    const group = (of: ListingKind) => {
      const { title, standing: stands } = keyedRow(of)
      const keys = stands ? stands(newsroom) : archive.keys(of)
      return { name: strings[title], feeds: keys.map(key => outline({ of, key })) }
    }
    return {
      meta: { title: site.name, description: site.description, feed: null, crumbs: [] },
      groups: [
        { name: site.name, feeds: standing.filter(channel => !('key' in channel)).map(outline) },
        ...listingKinds.map(group),
      ].filter(group => group.feeds.length > 0),
    }
  },
})
