// A claim: what a page, a feed, a sitemap or a data file says of a story. And the story that it must agree with.

import type { Instant } from '../../domain/instant.ts'

/** A field that is left out claims nothing. Instants are NaN where the text is not a time. */
export type Claim = {
  /** Who claims it: "JSON-LD", "this feed". */
  readonly source: string
  /** Of the story, in full. */
  readonly url: string
  /** False where it may be the address of another page. */
  readonly isStory?: boolean
  readonly offset: number
  readonly id?: string | undefined
  readonly headline?: string | undefined
  readonly published?: number | undefined
  readonly modified?: number | undefined
  readonly authors?: readonly string[] | undefined
  readonly section?: string | undefined
  readonly corrections?: readonly string[] | undefined
  /** A text that must contain the corrections. */
  readonly html?: string | undefined
}

/** A story as every claim must have it. */
export type PublishedStory = {
  readonly file: string
  readonly url: string
  readonly id: string
  readonly headline: string
  readonly published: Instant
  readonly modified: Instant
  readonly authors: readonly string[]
  readonly section: string
  readonly corrections: readonly string[]
}
