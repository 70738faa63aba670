// Who wrote a story, however the old site noted it.

import type { Person } from '../../domain/newsroom.ts'
import { bylineKey } from '../../domain/slug.ts'
import { isTooLong } from '../../validate/fields.ts'
import type { AddNote } from '../report/note.ts'
import { wordsOfKey } from '../text/to-key.ts'
import { asMap, asText } from './read-fields.ts'
import { wordsOfField } from './words-of-field.ts'

export type KnownNames = {
  readonly people: readonly Pick<Person, 'key' | 'name'>[]
  /** The old site's own keys: "vdavez" → "V. David Zvenyach". */
  readonly archive: ReadonlyMap<string, string>
}

const keyNote = 'Replaced the key of an author with a plain name; add the person to _data/people.yaml'

/** Keys of people.yaml where they are known, else plain names. */
export const findAuthors = (value: unknown, known: KnownNames, addNote: AddNote): readonly string[] => {
  const authors = namesIn(value, addNote).flatMap(name => {
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
    return [shortened(plain)]
  })
  const all = [...new Set(authors)]
  if (all.length > mostAuthors)
    addNote(
      `Dropped authors, as a story can have no more than ${mostAuthors}`,
      all.slice(mostAuthors).join(', '),
      'editor',
    )
  return all.slice(0, mostAuthors)
}

/** By the schema of stories. */
const mostAuthors = 50

/** So that it fits into a byline, and its word into an address. */
const shortened = (name: string): string => {
  const letters = [...name].slice(0, 100)
  while (isTooLong(bylineKey(letters.join('')))) letters.pop()
  return letters.join('').trim()
}

/** "A and B", [A, B], {name: A}, [{name: A}], {a-key: …}. */
const namesIn = (value: unknown, addNote: AddNote): readonly string[] => {
  const nameIn = (text: unknown) => bareName(wordsOfField(text, addNote) ?? '')
  if (Array.isArray(value))
    return value.flatMap(item => (typeof item === 'string' ? nameIn(item) : namesIn(item, addNote)))
  const text = wordsOfField(value, addNote)
  if (text !== null) {
    const parts = text.split(/\s*(?:;|\s&\s|\sand\s|\sund\s|\set\s)\s*/)
    // "Rao, Asha" is one person, "A, B and C" and "Asha Rao, Li Wei" are more.
    const isList = parts.length > 1 || text.split(',').every(part => /\S\s+\S/.test(part.trim()))
    return (isList ? parts.flatMap(part => part.split(',')) : parts).flatMap(bareName)
  }
  const map = asMap(value)
  if (map === null) return []
  const named = ['name', 'display_name', 'title']
    .map(name => map.get(name))
    .find(name => asText(name) !== null)
  return named === undefined ? [...map.keys()].flatMap(nameIn) : nameIn(named)
}

/** "By Asha Rao <asha@x.example>" is Asha Rao. */
const bareName = (text: string): readonly string[] => {
  const name = text
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/^by\s+/i, '')
    .trim()
  return name === '' ? [] : [name]
}
