// The order in which files go to readers: at no moment does a page that they reach link to one that is not there.

/** Paths relative to the published folder, sorted. */
export type Changes = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** Pictures and other files, then new pages, then new feeds, then the pages that link to them, and the feeds last. */
export const orderMoves = ({ added, changed }: Changes): readonly string[] => [
  ...[...added, ...changed].filter(file => !isPage(file) && !isFeed(file)),
  ...added.filter(isPage),
  ...added.filter(isFeed),
  ...changed.filter(isPage),
  ...changed.filter(isFeed),
]

const isPage = (file: string): boolean => file.endsWith('.html')

const isFeed = (file: string): boolean => file.endsWith('.xml')
