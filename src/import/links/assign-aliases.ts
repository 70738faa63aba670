// The old addresses that each story keeps, and those that it cannot keep.

import { decodePath } from '../../domain/web-address.ts'
import type { AddNote } from '../report/note.ts'
import { lostAddress } from '../report/old-addresses.ts'
import type { AddressedStory } from './address-index.ts'
import { aliasOf, oldAddressOf, servedAs } from './old-address.ts'
import { createTakenAddresses } from './taken-addresses.ts'

type AliasedStory = {
  readonly address: AddressedStory
  /** Its front matter says where it lived, so that the site's pattern says nothing. */
  readonly namesItsAddress: boolean
  readonly addNote: AddNote
}

export type KeptAddresses = {
  readonly aliases: readonly string[]
  /** Old addresses that are the story's own here, however they are spelled. */
  readonly same: readonly string[]
}

/** By the schema of stories. */
const mostAliases = 100

const isSameInCase = (one: string, other: string): boolean =>
  decodePath(one).replace(/\/$/, '') === decodePath(other).replace(/\/$/, '')

export const noAddresses: KeptAddresses = { aliases: [], same: [] }

/** By new addresses. An old address belongs to one story, and is never that of another page. */
export const assignAliases = (
  stories: readonly AliasedStory[],
  pattern: string,
  isTaken: (path: string) => boolean,
): ReadonlyMap<string, KeptAddresses> => {
  const taken = createTakenAddresses(isTaken)
  for (const { address } of stories) taken.take(address.url)
  const kept = new Map<string, KeptAddresses>()
  const assign = ({ address, addNote }: AliasedStory, path: string | null) => {
    if (path === null) return
    const { aliases, same } = kept.get(address.url) ?? noAddresses
    const isOne = (known: string) => servedAs(known) === servedAs(path)
    if (isOne(address.url)) {
      if (!same.includes(path)) kept.set(address.url, { aliases, same: [...same, path] })
    } else if (taken.isTaken(path)) {
      if (!aliases.some(isOne)) addNote(lostAddress.isOfOther, path, 'editor')
      else if (!aliases.some(alias => isSameInCase(alias, path))) addNote(lostAddress.isOtherCase, path)
    } else if (aliases.length === mostAliases) addNote(lostAddress.isOneTooMany, path)
    else {
      taken.take(path)
      kept.set(address.url, { aliases: [...aliases, path], same })
    }
  }
  const ownOf = ({ address, namesItsAddress }: AliasedStory): string | null =>
    namesItsAddress && address.namedAddresses.length > 0 ? null : aliasOf(oldAddressOf(pattern, address))
  for (const story of stories) {
    const own = ownOf(story)
    for (const path of story.address.namedAddresses) {
      // Of two that differ in case, its page stood at its own.
      if (own !== null && servedAs(own) === servedAs(path)) assign(story, own)
      assign(story, path)
    }
  }
  for (const story of stories) assign(story, ownOf(story))
  return kept
}
