// What documents and archives say that readers were hardly meant to have. They are published as they are, so an editor is warned.

import { tagsOf } from './exif.ts'

/** “its author: Jane Rao”; each once. */
export type DocumentNotes = readonly string[]

/** What was found in one; names as they stand there, each as often as it does. */
type Found = {
  readonly authors: readonly string[]
  readonly paths: readonly string[]
  /** In words of their own. */
  readonly others?: readonly string[]
  readonly isLocated?: boolean
}

export const documentNotes = ({ authors, paths, others = [], isLocated = false }: Found): DocumentNotes => {
  const named = [...new Set(authors.map(name => name.trim()).filter(name => name !== ''))].slice(0, 3)
  return [
    ...(named.length > 0 ? [`who made it: ${named.join(', ')}`] : []),
    ...[...new Set(paths)].slice(0, 1).map(path => `a path of somebody’s disk: ${path}`),
    ...new Set(others),
    ...(isLocated ? ['where its photos were taken'] : []),
  ]
}

/** What stands in elements of such names, without tags. `names` are parts of an expression. */
export const inXml = (text: string, names: string): readonly string[] =>
  [...text.matchAll(new RegExp(`<(${names})(?:\\s[^>]*)?>([\\s\\S]{0,2000}?)</\\1>`, 'g'))].map(
    ([, , inside = '']) =>
      inside
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  )

const path =
  /file:\/{2,3}(?:[^\s<>()"'/]+\/|[A-Za-z]:)[^\s<>()"']+|\b[A-Za-z]:(?:\\{1,2}|\/)(?:Users|Documents and Settings)(?:\\{1,2}|\/)[^\s<>()"']+|(?<![\w.:/-])\/(?:Users|home)\/[\w.-]+\/[^\s<>()"']+/g

/** With the names of their owners, mostly. */
export const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(path)].map(([found]) => found.replace(/\\\\/g, '\\').slice(0, 200))

const gpsTag = 0x8825

/** Of a photo or film anywhere in it. */
export const hasLocation = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf('Exif\0\0'); at !== -1; at = bytes.indexOf('Exif\0\0', at + 6))
    if (tagsOf(bytes.subarray(at + 6, at + 65_536)).includes(gpsTag)) return true
  return ['\xa9xyz', 'GPSLatitude', 'location.ISO6709'].some(words => bytes.includes(words, 0, 'latin1'))
}
