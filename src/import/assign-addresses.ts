// The new address of each story. No two of a day share a name, and a story keeps the one that an earlier import gave it.

import { nameOf, storyFileOf } from '../domain/site-paths.ts'
import type { ConvertedStory } from './finish-story.ts'
import type { ImportedFiles } from './imported-files.ts'
import type { Draft } from './read-draft.ts'

export type Addressed = Pick<ConvertedStory, 'draft' | 'slug' | 'address'>

export const assignAddresses = (
  drafts: readonly Draft[],
  { storyOf, isTaken }: Pick<ImportedFiles, 'storyOf' | 'isTaken'>,
): readonly Addressed[] => {
  const owners = new Map<string, string>()
  /** The last number of each name and day: thousands may share one. */
  const numbers = new Map<string, number>()
  for (const { file } of drafts) {
    const before = storyOf(file)
    if (before !== null) owners.set(before, file)
  }
  return drafts.map(draft => {
    const { file, siteDay, section } = draft
    const before = storyOf(file)
    const isFree = (slug: string) => {
      const story = storyFileOf(siteDay, slug)
      const owner = owners.get(story)
      return owner === file || (owner === undefined && !isTaken(story, file))
    }
    const known = before === null ? null : nameOf(before).replace(/\.md$/, '')
    const slug =
      known !== null && before === storyFileOf(siteDay, known) ? known : freeSlug(draft, numbers, isFree)
    owners.set(storyFileOf(siteDay, slug), file)
    return { draft, slug, address: { ...draft, url: `/${section}/${siteDay.replaceAll('-', '/')}/${slug}/` } }
  })
}

const freeSlug = (
  { storySlug, siteDay, addNote }: Draft,
  numbers: Map<string, number>,
  isFree: (slug: string) => boolean,
): string => {
  const name = storyFileOf(siteDay, storySlug)
  const slugOf = (number: number) => (number === 1 ? storySlug : `${storySlug}-${number}`)
  let number = numbers.get(name) ?? 1
  while (!isFree(slugOf(number))) number++
  numbers.set(name, number)
  const slug = slugOf(number)
  if (slug !== storySlug) addNote('Numbered the address: another story of the day has the same name', slug)
  return slug
}
