// The old addresses that each story keeps.

import type { Draft } from '../read-draft.ts'
import type { AddressedStory } from './address-index.ts'
import { aliasOf, foldPath, oldAddressOf } from './old-address.ts'

type Turned = { readonly draft: Draft; readonly indexed: AddressedStory }

/** An old address belongs to one story, and never to a new address. */
export const assignAliases = (
  converted: readonly Turned[],
  pattern: string,
  reserved: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const used = new Set([...reserved, ...converted.map(story => story.indexed.url)].map(foldPath))
  const found = new Map<string, string[]>()
  const give = ({ draft, indexed }: Turned, path: string | null) => {
    if (path === null) return
    const own = found.get(indexed.url) ?? []
    if (used.has(foldPath(path))) {
      if (![...own, indexed.url].some(known => foldPath(known) === foldPath(path)))
        draft.addNote('An old address belongs to another page and was left out', path)
      return
    }
    used.add(foldPath(path))
    found.set(indexed.url, [...own, path])
  }
  for (const story of converted) for (const path of story.indexed.named) give(story, path)
  for (const story of converted) {
    const isStated = story.draft.fields.has('permalink') || story.draft.fields.has('url')
    if (!isStated || story.indexed.named.length === 0)
      give(story, aliasOf(oldAddressOf(pattern, story.indexed)))
  }
  return found
}
