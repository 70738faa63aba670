// What an old site noted of its pictures by their names, in data files of their own: `data/images/harbour-at-dawn.yml`.

import { join } from 'node:path'
import { readDataFile } from '../fields/read-data-file.ts'
import { asMap, asText } from '../fields/read-fields.ts'

export type PictureNotes = {
  readonly alt: string | null
  readonly caption: string | null
  readonly credit: string | null
}

const folders = ['data', '_data', 'src/_data', 'src/data'].flatMap(folder =>
  ['images', 'pictures', 'photos', 'media'].map(name => `${folder}/${name}`),
)

const endings = ['yml', 'yaml', 'json', 'toml']

/** Null where nothing is noted. `src`: a name, or a path that ends with it. */
export const createPictureNotes = (root: string): ((src: string) => PictureNotes | null) => {
  const known = new Map<string, PictureNotes | null>()
  return src => {
    const name = /([\w-]+)(?:\.\w+)?$/.exec(src.replace(/[?#].*$/s, ''))?.[1] ?? ''
    const found = known.get(name)
    if (found !== undefined) return found
    const notes = name === '' ? null : notesIn(root, name)
    known.set(name, notes)
    return notes
  }
}

const notesIn = (root: string, name: string): PictureNotes | null => {
  const paths = folders.flatMap(folder => endings.map(ending => join(root, folder, `${name}.${ending}`)))
  const map = paths.map(path => asMap(readDataFile(path))).find(found => found !== null) ?? null
  const text = (...names: string[]) =>
    names.map(each => asText(map?.get(each))).find(value => value !== null && value.trim() !== '') ?? null
  return map === null
    ? null
    : {
        alt: text('alt', 'alt_text', 'description'),
        caption: text('caption', 'title'),
        credit: text('credit', 'attribution', 'photographer', 'source', 'copyright'),
      }
}
