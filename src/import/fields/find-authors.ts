// Who wrote a story, however the old site noted it.

import type { Person } from '../../domain/newsroom.ts'
import type { AddNote } from '../report/note.ts'
import { wordsOfKey } from '../text/to-key.ts'
import { asMap, asText } from './read-fields.ts'

export type KnownNames = {
  readonly people: readonly Pick<Person, 'key' | 'name'>[]
  /** The old site's own keys: "vdavez" → "V. David Zvenyach". */
  readonly archive: ReadonlyMap<string, string>
}

const keyNote = 'Replaced the key of an author with a plain name; add the person to _data/people.yaml'

/** Keys of people.yaml where they are known, else plain names. */
export const findAuthors = (value: unknown, known: KnownNames, addNote: AddNote): readonly string[] => {
  const authors = namesIn(value).flatMap(name => {
    const person = known.people.find(
      ({ key, name: full }) => key === name || full.toLowerCase() === name.toLowerCase(),
    )
    if (person) return [person.key]
    const plain = known.archive.get(name) ?? wordsOfKey(name)
    const wanted = known.people.find(({ name: full }) => full.toLowerCase() === plain.toLowerCase())
    if (wanted) return [wanted.key]
    if (/^[\d-]+$/.test(plain)) {
      addNote('Dropped an author of whom the archive has only a number', name, 'editor')
      return []
    }
    if (plain !== name) addNote(keyNote, `${name} → ${plain}`)
    return [[...plain].slice(0, 100).join('')]
  })
  return [...new Set(authors)]
}

/** "A and B", [A, B], {name: A}, [{name: A}], {a-key: …}. */
const namesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value))
    return value.flatMap(item => (typeof item === 'string' ? nameIn(item) : namesIn(item)))
  const text = asText(value)
  if (text !== null) {
    const parts = text.split(/\s*(?:;|\s&\s|\sand\s|\sund\s|\set\s)\s*/)
    // "Rao, Asha" is one person, "A, B and C" and "Asha Rao, Li Wei" are more.
    const isList = parts.length > 1 || text.split(',').every(part => /\S\s+\S/.test(part.trim()))
    return (isList ? parts.flatMap(part => part.split(',')) : parts).flatMap(nameIn)
  }
  const map = asMap(value)
  if (map === null) return []
  const named = asText(map.get('name')) ?? asText(map.get('display_name')) ?? asText(map.get('title'))
  return named === null ? [...map.keys()].flatMap(nameIn) : nameIn(named)
}

/** "By Asha Rao <asha@x.example>" is Asha Rao. */
const nameIn = (text: string): readonly string[] => {
  const name = (asText(text) ?? '')
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/^by\s+/i, '')
    .trim()
  return name === '' ? [] : [name]
}
