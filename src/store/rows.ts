// Rows that one stage writes and others read.

/** Of one file. Its key is who is to be told, and the file: "hub world/rss.xml". */
export type QueuedAnnouncement = {
  /** Whether nothing stands there any more. */
  readonly isGone: boolean
  /** Whether nobody was told of its address yet: if it goes before that, nobody will be. */
  readonly isNew: boolean
  /** How many publishes changed it since. */
  readonly times: number
}

/** HTML of a story for feeds, and what it was made of. */
export type FeedText = { readonly sourceDigest: string; readonly html: string }

/** Name below _includes/ → source. */
export type Layouts = ReadonlyMap<string, string>

/** A minified layout, and the digest of what it was made of. */
export type MinifiedLayout = { readonly sourceDigest: string; readonly text: string }
