// A story in dated entries, written while it happens.

import type { Instant } from './instant.ts'

/** What front matter says of it. */
export type LiveCoverage = {
  /** When it ends; null while nobody knows. */
  readonly until: Instant | null
  /** Whether it goes on: once `until` has come it does not. */
  readonly isOn: boolean
}

export type LiveEntry = {
  readonly at: Instant
  readonly headline: string
  /** Its words without marks; a long text is cut. */
  readonly text: string
  /** How many they are, with those of the headline, also where the text is cut. */
  readonly words: number
  /** Files that no earlier entry and nothing else in the story shows, relative to the site's root. */
  readonly files: readonly string[]
  /** All files that it shows. */
  readonly shows: readonly string[]
  /** How many its source has, with that of its notes. */
  readonly bytes: number
  /** Of all that its HTML is made from. */
  readonly digest: string
  /** Of its subheads, as they are where all of the text is on one page. */
  readonly ids: readonly string[]
}

/** The entry's place on the story's page. No subhead has such an id: theirs are in lower case. */
export const anchorOf = (at: Instant): string => `e${new Date(at).toISOString().replace(/\.\d+|[-:]/g, '')}`
