// The folders on the way to a file.

/** "a/b/c.html" → "a", "a/b": the outermost first. */
export const foldersOf = (file: string): readonly string[] =>
  [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))
