// An item of a feed, whichever of the three formats it came in.

export type FeedMedia = {
  readonly url: string
  /** "image/jpeg", or what the feed calls it; may be empty. */
  readonly type: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

export type FeedItem = {
  readonly id: string
  /** Web addresses that may be its own, the best first. */
  readonly links: readonly string[]
  /** HTML, as feeds have it; empty where it has none. */
  readonly title: string
  /** HTML. */
  readonly content: string
  /** What the feed calls a summary or a description, in HTML; some put all of the text there. */
  readonly summary: string
  /** Against which relative addresses in the content are read; null where nothing says so. */
  readonly base: string | null
  readonly published: string
  readonly updated: string
  readonly authors: readonly string[]
  readonly labels: readonly string[]
  readonly media: readonly FeedMedia[]
  /** The publication that the text comes from, where the feed gathers texts of others. */
  readonly source: { readonly name: string; readonly url: string } | null
  /** Why readers could not see it; null when all could. */
  readonly notPublic: string | null
  /** Why it is no story; null when it is one. */
  readonly noStory: string | null
}

export type Feed = {
  /** The site that it is of; empty where it is not named. */
  readonly site: string
  readonly self: string
  /** Addresses of further pages of the same feed. */
  readonly next: readonly string[]
  readonly items: readonly FeedItem[]
  readonly faults: readonly string[]
}

/** Plain words as HTML, in paragraphs. */
export const paragraphsOf = (text: string, asHtml: (text: string) => string): string =>
  text
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .filter(words => words !== '')
    .map(words => `<p>${asHtml(words).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
