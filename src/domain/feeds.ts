// Which feeds a site has, and what stands in them.

export const feedFormats = ['rss', 'atom', 'json'] as const

/** RSS 2.0, Atom (RFC 4287), JSON Feed 1.1. */
export type FeedFormat = (typeof feedFormats)[number]

export const feedTexts = ['full', 'summary'] as const

export type Feeds = {
  readonly formats: readonly FeedFormat[]
  /** Whether feeds hold whole stories, or their summaries. */
  readonly text: (typeof feedTexts)[number]
  /** So many of the newest stories a feed holds; with archives it goes on to the end of a month or day. */
  readonly newest: number
  /** Whether older stories stand in archives that the feeds lead to (RFC 5005). */
  readonly archives: boolean
  /** A WebSub hub that announces changes to subscribers; null for none. */
  readonly hub: string | null
}
