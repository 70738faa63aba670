// The section a story goes to: by its old category, else by the nearest name, else the default.

import { distance } from 'fastest-levenshtein'
import picomatch from 'picomatch'
import type { Section } from '../../domain/newsroom.ts'
import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'

export type SectionRules = {
  readonly sections: readonly Pick<Section, 'key' | 'name'>[]
  /** Old category, as a key, to section key. */
  readonly map: ReadonlyMap<string, string>
  /** Patterns of paths or of categories, "blog/*", each with a section key. */
  readonly patterns: readonly (readonly [pattern: string, section: string])[]
  readonly fallback: string
}

type Filing = {
  /** The old names, the most specific first. */
  readonly categories: readonly string[]
  /** Folders and tags are only looked at for an exact name. */
  readonly folders: readonly string[]
  readonly tags: readonly string[]
  /** Where it lies in the archive and where it was on the old site, for patterns. */
  readonly paths: readonly string[]
}

/** Null when nothing of the story names a section, so that the default one is as good as any. */
export const findSection = (
  { categories, folders, tags, paths }: Filing,
  rules: SectionRules,
  addNote: AddNote,
): string | null => {
  const mapped = rules.patterns.find(([pattern]) => {
    const isMatch = picomatch(pattern.replace(/^\/+|\/+$/g, ''), { bash: true, dot: true, nocase: true })
    return [...paths, ...categories].some(path => isMatch(path))
  })
  if (mapped !== undefined) return mapped[1]
  for (const category of [...categories, ...folders]) {
    const known = rules.map.get(toKey(category)) ?? exact(category, rules)
    if (known !== undefined) return known
  }
  for (const category of categories) {
    const near = nearest(toKey(category), rules)
    if (near === undefined) continue
    addNote(
      `Chose the section ${near}, whose name is nearest to the category ${toKey(category)}`,
      undefined,
      'editor',
    )
    return near
  }
  for (const tag of tags) {
    const known = rules.map.get(toKey(tag)) ?? exact(tag, rules)
    if (known === undefined) continue
    addNote(`Chose the section ${known}, which a tag names`)
    return known
  }
  const [category] = categories
  if (category === undefined) addNote(`Chose the section ${rules.fallback}, as the story has no category`)
  else addNote(`Chose the section ${rules.fallback}, as none is like its category`, category)
  return null
}

const exact = (name: string, { sections }: SectionRules): string | undefined =>
  sections.find(section => section.key === toKey(name) || toKey(section.name) === toKey(name))?.key

/** A slip of the fingers, a plural, or the beginning of the same word. */
const nearest = (word: string, { sections }: SectionRules): string | undefined => {
  if (word.length < 4) return undefined
  const near = sections
    .map(({ key }) => ({
      key,
      steps: distance(word, key),
      begins: key.startsWith(word) || word.startsWith(key),
    }))
    .filter(({ key, steps, begins }) => begins || steps <= Math.floor(Math.min(word.length, key.length) / 4))
  return near.toSorted((one, other) => one.steps - other.steps)[0]?.key
}
