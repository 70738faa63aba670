// A story's tags, as keys.

import { isDeviceName } from '../../domain/portable-name.ts'
import { withSpokenCharacters } from '../../validate/advise-key.ts'
import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'

export const findTags = (labels: readonly string[], addNote: AddNote): readonly string[] => {
  const tags = labels.map(label => {
    const key = tagKey(label)
    if (key === '') addNote('Dropped a tag without a Latin letter or digit', label)
    return key
  })
  const all = [...new Set(tags.filter(tag => tag !== ''))]
  if (all.length > mostTags)
    addNote(
      `Dropped tags, as a story can have no more than ${mostTags}`,
      all.slice(mostTags).join(', '),
      'editor',
    )
  return all.slice(0, mostTags)
}

/** By the schema of stories; so are the bytes of a key. */
const mostTags = 100
const longestKey = 200

/** "C++", "C#" and "c" are three. Between two words "&" goes: it is "and" in English only. */
const tagKey = (label: string): string => {
  const key = toKey(withSpokenCharacters(label.replaceAll('&', ' ')))
    .slice(0, longestKey)
    .replace(/-+$/, '')
  return isDeviceName(key) ? `topic-${key}` : key
}

/** Tags of an archive that became one: their keys, each with its labels. What only cases and blanks tell apart is one. */
export const mergedTags = (
  stories: readonly { readonly labels: readonly string[] }[],
): readonly (readonly [key: string, labels: readonly string[]])[] => {
  const byKey = new Map<string, Map<string, string>>()
  for (const label of new Set(stories.flatMap(({ labels }) => labels))) {
    const key = tagKey(label)
    const known = byKey.get(key) ?? new Map<string, string>()
    if (!known.has(plain(label))) known.set(plain(label), label)
    byKey.set(key, known)
  }
  return [...byKey]
    .filter(([key, labels]) => key !== '' && labels.size > 1)
    .map(([key, labels]) => [key, [...labels.values()].sort()])
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\p{Pd}_&'’‘`"“”.,]+/gu, '')
