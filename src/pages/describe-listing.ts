// What a listing is called, what is said of it, and which pages stand above it.

import { type Description, describe, keyedRow, type Listing } from '../domain/listing.ts'
import { directoryUrl } from '../domain/site-addresses.ts'
import { bylineKey } from '../domain/slug.ts'
import type { Story } from '../domain/story.ts'
import type { Link, PageContext } from './page-kind.ts'

/** `shown`: the stories on the page. The newest says how a byline without an entry in people.yaml is spelled. */
export const describeListing = (
  listing: Listing,
  { archive, newsroom }: PageContext,
  shown?: readonly Story[],
): Description & { readonly crumbs: readonly Link[]; readonly directory: string | null } => {
  const signed = () =>
    (shown ?? archive.listing(listing).newest(1))[0]?.authors.find(
      author => 'key' in listing && bylineKey(author) === listing.key,
    )
  return {
    ...describe(listing, newsroom, signed),
    crumbs: crumbsOf(listing, newsroom),
    directory: directoryOf(listing, newsroom),
  }
}

/** What stands in titles behind a topic's name and the like: a section, or a page, may be called the same. */
const directoryOf = (listing: Listing, { strings }: PageContext['newsroom']): string | null => {
  const row = 'key' in listing ? keyedRow(listing.of) : null
  return row?.directory ? strings[row.title] : null
}

/** "Privacy · Topics" */
export const inDirectory = (title: string, directory: string | null): string =>
  directory === null ? title : `${title} · ${directory}`

const crumbsOf = (listing: Listing, { site, strings }: PageContext['newsroom']): readonly Link[] => {
  const front = { name: site.name, url: '/' }
  if (!('key' in listing)) return listing.of === 'site' ? [] : [front]
  const { title, directory } = keyedRow(listing.of)
  return directory ? [front, { name: strings[title], url: directoryUrl(listing.of) }] : [front]
}
