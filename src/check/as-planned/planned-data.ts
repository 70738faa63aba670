// The lists in a page's data that a feed, a sitemap or a list of changes must print as they are.

import type { Instant } from '../../domain/instant.ts'

export type PlannedEntry = { readonly url: string; readonly lastChange?: Instant | null }

export type PlannedFeed = {
  readonly lastChange: Instant | null
  readonly items: readonly PlannedEntry[]
  /** Addresses of archived feeds: the next older one, and in an archived feed the current one. */
  readonly older: string | null
  readonly current: string | null
  readonly withdrawn: readonly { readonly id: string }[]
}

/** A page has at most one of them. */
export type PlannedData = {
  readonly feed?: PlannedFeed
  readonly entries?: readonly PlannedEntry[]
  readonly sitemaps?: readonly PlannedEntry[]
  readonly news?: readonly PlannedEntry[]
  readonly pictured?: readonly PlannedEntry[]
  readonly events?: readonly { readonly url: string; readonly at: Instant }[]
}
