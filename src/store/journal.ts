// The steps of a publish, written down before the first: after a kill, the next run finishes them.

/** Absolute paths. */
export type Folders = {
  /** Has the added and changed files, and no others; they are moved away. */
  readonly staging: string
  /** Where readers look. */
  readonly published: string
}

/** Plain JSON. Every path is relative to the published folder, with "/" between its parts. */
export type Journal = {
  /** 'swap': the staged folder becomes the published folder by one rename (there was none); 'moves': file by file. */
  readonly way: 'swap' | 'moves'
  /** In the order in which they go. */
  readonly moves: readonly string[]
  /** Files of ours that go after the moves. */
  readonly removals: readonly string[]
  /**
   * Files of ours that must go before the moves: a folder comes in their place, or the other way round, or a new file
   * has their name in other letter case, on a disk that takes both names for one.
   */
  readonly obstacles: readonly string[]
}
