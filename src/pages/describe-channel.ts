// What a channel is called, and what is said of it.

import { isStanding } from '../domain/listing.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { fill } from '../domain/strings.ts'
import type { Channel } from './channels.ts'
import { describeListing } from './describe-listing.ts'
import type { PageContext } from './page-kind.ts'

type Description = { readonly name: string; readonly description: string }

/** Null when there is nothing to follow. `shown`: the stories in it, where they are at hand. */
export const describeChannel = (
  channel: Channel,
  context: PageContext,
  shown?: Parameters<typeof describeListing>[2],
): Description | null => {
  const { archive, newsroom } = context
  const { site, strings } = newsroom
  if (channel.of === 'corrections')
    return { name: strings.corrections, description: fill(strings.correctionsOf, { site: site.name }) }
  if (channel.of === 'live') {
    const story = archive.story(channel.file)
    const { old } = channel
    const isThere =
      story?.live &&
      archive.isLive(story) &&
      story.url === channel.url &&
      (old === undefined || story.aliases.some(alias => aliasUrl(alias) === old))
    return isThere ? { name: story.title, description: story.summary } : null
  }
  if (archive.listing(channel).months.length === 0 && !isStanding(channel, newsroom)) return null
  const { name, description } = describeListing(channel, context, shown)
  return { name, description: description ?? site.description }
}
