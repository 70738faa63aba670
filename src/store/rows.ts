// Rows that one stage writes and others read.

/** Of one file. Its key is the recipient and the file: "hub world/rss.xml". */
export type QueuedAnnouncement = {
  /** Whether the file was removed. */
  readonly isGone: boolean
  /** Whether its address was never announced: if the file goes before that, its removal is not announced either. */
  readonly isNew: boolean
  /** How many publishes changed it since the last announcement. */
  readonly times: number
}

/** HTML of a story for feeds, and what it was made of. */
export type FeedText = { readonly sourceDigest: string; readonly html: string }

/** Name below _includes/ → source. */
export type Layouts = ReadonlyMap<string, string>

/** A minified layout, and the digest of what it was made of. */
export type MinifiedLayout = { readonly sourceDigest: string; readonly text: string }
