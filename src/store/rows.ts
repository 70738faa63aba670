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

/** A configuration that somebody printed, to be compared with what would be printed now. */
export type PrintedConfiguration = {
  readonly server: 'nginx' | 'caddy'
  /** The file that it went to, as it was named; null for the screen. */
  readonly to: string | null
  readonly options: { readonly root: string; readonly listen: string | null; readonly hasBrotli: boolean }
  /** Hashes of the sheets that it names. */
  readonly styles: readonly string[]
  /** Digest of the old addresses that it names. */
  readonly movedDigest: string
  /** Digest of all else. */
  readonly restDigest: string
}
