// What a publish is going to do, written down before it begins: after a kill, the next run finishes it from this.

/** Absolute paths. */
export type Folders = {
  /** Holds what is added or changed, and nothing else; its files are moved away. */
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
