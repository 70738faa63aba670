// The series that a story belongs to: one that the site has, else by the name that the old site has for it.

import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'
import { asMap, asText, type FieldReader } from './read-fields.ts'

export type SeriesOfStory = {
  readonly key: string
  readonly name: string
  /** Whether the site has it already. */
  readonly isKnown: boolean
}

type Named = { readonly key: string; readonly name: string }

/** The first that the site has, by its key or its title; else the first that can be one. */
export const findSeries = (
  reader: FieldReader,
  known: readonly Named[],
  addNote: AddNote,
): SeriesOfStory | null => {
  const names = namesIn(reader.take('series', 'serie', 'series_name', 'series_title'))
  const slug = reader.takeText('series_slug')
  const written = names.length > 0 ? names : slug === null ? [] : [slug]
  const found = known.find(({ key, name }) =>
    written.some(each => toKey(each) === key || toKey(each) === toKey(name)),
  )
  const name = written.find(each => toKey(each) !== '' && [...each].length <= 100)
  for (const other of written.filter(each => toKey(each) !== (found?.key ?? toKey(name ?? ''))))
    if (found === undefined || toKey(other) !== toKey(found.name))
      addNote('Left out a series: a story can belong to one', other, 'editor')
  if (found !== undefined) return { ...found, isKnown: true }
  return name === undefined
    ? null
    : { key: toKey(name).slice(0, 80).replace(/-+$/, ''), name, isKnown: false }
}

/** A name, a list, or a map as systems that number the parts have it. */
const namesIn = (value: unknown): readonly string[] => {
  const map = asMap(value)
  const values = Array.isArray(value) ? value : [value]
  if (map === null) return values.flatMap(each => (asMap(each) ? namesIn(each) : (asText(each) ?? [])))
  return namesIn(map.get('name') ?? map.get('title') ?? map.get('slug') ?? null)
}
