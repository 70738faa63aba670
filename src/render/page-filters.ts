// What layouts ask about a whole page or story: its data for machines, its language, the links that share it.

import { directionOf } from '../domain/direction.ts'
import type { Site } from '../domain/newsroom.ts'
import { ogLocale } from '../domain/og-locale.ts'
import { type ShareService, shareNames, shareUrl } from '../domain/share-services.ts'
import { isTallScript } from '../domain/tall-script.ts'
import { type StructuredPage, structuredData } from '../structured/structured-data.ts'

type Shared = { readonly url: string; readonly title: string }

export const createPageFilters = (site: Site) => ({
  ogLocale,
  directionOf,
  isTallScript,
  structuredData: (
    meta: StructuredPage['meta'],
    story: StructuredPage['story'],
    listing: StructuredPage['listing'],
  ) => structuredData({ meta, site, story, listing }),
  /** Each with its address, and its name unless the language has a word for it. */
  shareLinks: ({ url, title }: Shared) =>
    site.share.map((service: ShareService) => ({
      service,
      name: service === 'mail' ? null : shareNames[service],
      url: shareUrl(service, new URL(url, site.url).href, title),
    })),
})
