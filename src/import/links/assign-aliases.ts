// The old addresses that each story keeps.

import type { AddNote } from '../report/note.ts'
import type { AddressedStory } from './address-index.ts'
import { aliasOf, oldAddressOf, servedAs } from './old-address.ts'

type AliasedStory = {
  readonly address: AddressedStory
  /** Its front matter says where it lived, so that the site's pattern says nothing. */
  readonly namesItsAddress: boolean
  readonly addNote: AddNote
}

/** By the schema of stories. */
const mostAliases = 100

/** By new addresses. An old address belongs to one story, and is never that of another page. */
export const assignAliases = (
  stories: readonly AliasedStory[],
  pattern: string,
  isTaken: (path: string) => boolean,
): ReadonlyMap<string, readonly string[]> => {
  const used = new Set(stories.map(({ address }) => servedAs(address.url)))
  const aliases = new Map<string, string[]>()
  const assign = ({ address, addNote }: AliasedStory, path: string | null) => {
    if (path === null) return
    const own = aliases.get(address.url) ?? []
    if (used.has(servedAs(path)) || isTaken(path)) {
      if (![...own, address.url].some(known => servedAs(known) === servedAs(path)))
        addNote('Dropped an old address that belongs to another page', path, 'editor')
      return
    }
    if (own.length === mostAliases) {
      addNote('Dropped old addresses, as a story can have no more than 100', path)
      return
    }
    used.add(servedAs(path))
    aliases.set(address.url, [...own, path])
  }
  for (const story of stories) for (const path of story.address.namedAddresses) assign(story, path)
  for (const story of stories) {
    const isKnown = story.namesItsAddress && story.address.namedAddresses.length > 0
    if (!isKnown) assign(story, aliasOf(oldAddressOf(pattern, story.address)))
  }
  return aliases
}
