// The addresses that the new site has by itself, so that no old address may take one, and links there lead somewhere.

import { areaElsewhere } from '../../domain/elsewhere.ts'
import { feedFormats } from '../../domain/feeds.ts'
import { listingNames, listingRow } from '../../domain/listing.ts'
import { addresses, feedUrl, frontUrl, layoutAddresses } from '../../domain/site-addresses.ts'
import { bylineKey } from '../../domain/slug.ts'
import { outputPathOf } from '../../store/output.ts'
import type { TargetSite } from '../read-target-site.ts'

type Listed = { readonly authors: readonly string[]; readonly tags: readonly string[] }

export type OwnAddresses = {
  /** Whether the site has, or may come to have, a page or a file there. */
  readonly isTaken: (path: string) => boolean
  /** Where a link to a path leads here: to a page by its address, to a file or to what is elsewhere; null for others. */
  readonly addressHere: (path: string) => string | null
}

/** `stories`: those that are imported. `hasStatic`: whether a file of content/static/ is published there, "logo.svg". */
export const createOwnAddresses = (
  { paths, elsewhere, sections }: TargetSite,
  stories: readonly Listed[],
  hasStatic: (output: string) => boolean,
): OwnAddresses => {
  const feeds = feedFormats.map(format => feedUrl('/', format))
  const known = new Map(
    [...paths, ...Object.values(layoutAddresses), ...feeds].map(path => [plain(path), path]),
  )
  const fronts = new Set(
    [
      ...Object.values(addresses),
      ...listingNames.map(of => `/${listingRow(of).folder}`),
      ...sections.map(({ key }) => frontUrl({ of: 'section', key })),
      ...stories.flatMap(({ tags }) => tags.map(key => frontUrl({ of: 'topic', key }))),
      ...stories.flatMap(({ authors }) =>
        authors.map(author => frontUrl({ of: 'byline', key: bylineKey(author) })),
      ),
    ].map(plain),
  )
  const areas = elsewhere.map(area => area.replace(/\/$/, ''))
  const addressHere = (path: string): string | null => {
    const page = known.get(plain(path))
    if (page !== undefined) return page
    const isOther = areaElsewhere(outputPathOf(path), areas) !== null || hasStatic(outputPathOf(path))
    return isOther ? path : null
  }
  const isTaken = (path: string) =>
    addressHere(path) !== null || fronts.has(plain(path).replace(ofFront, '')) || ofMachines.test(plain(path))
  return { isTaken, addressHere }
}

const plain = (path: string): string => path.toLowerCase().replace(/(?:\/index\.html?|\/)?$/, '')

/** What stands below a front: its years, months and days, their parts, and its feeds. */
const ofFront =
  /(?:\/\d{4}(?:\/\d\d){0,2})?(?:\/part-\d+)?(?:\/(?:rss\.xml|atom\.xml|feed\.json|subscribe))?$/

/** Files that only machines read, and what stands where names are made by rule. */
const ofMachines =
  /^\/(?:(?:robots|trust|ads|humans|llms)\.txt|feeds\.opml|sitemap\.xml|manifest\.webmanifest|404\.html|_headers|_redirects|(?:\.well-known|sitemaps|changes|search|withdrawn|media\/hashed|media\/\d{4})(?:\/.*)?)$/
