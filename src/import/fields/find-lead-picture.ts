// The lead picture of a story, where the archive has its file, an alt text and a credit.

import type { AddNote } from '../report/note.ts'
import { asMap, asText, type FieldReader } from './read-fields.ts'

export type LeadFields = {
  readonly src: string
  readonly alt: string
  readonly credit: string
  readonly caption?: string
}

/** `collect` finds the file and gives its name beside the story, or null. */
export const findLeadPicture = (
  reader: FieldReader,
  collect: (src: string) => string | null,
  addNote: AddNote,
): LeadFields | null => {
  const { src, alt, credit, caption } = writtenPicture(reader)
  if (src === null) return null
  if (alt === null || credit === null) {
    const missing = alt === null ? 'alt text' : 'credit'
    addNote(`Dropped the lead picture, which has no ${missing}; add it by hand`, src, 'editor')
    return null
  }
  const name = collect(src)
  if (name === null) {
    addNote('Dropped the lead picture: the archive has no such file that a page can show', src, 'editor')
    return null
  }
  return {
    src: name,
    alt: cut(alt, 500),
    credit: cut(credit, 200),
    ...(caption && { caption: cut(caption, 500) }),
  }
}

const cut = (text: string, longest: number): string => [...text].slice(0, longest).join('')

const pictureFields = [
  ...['image', 'cover', 'featured_image', 'feature_image', 'hero_image', 'lead_image', 'banner'],
  ...['thumbnail', 'images'],
]

/** The field holds a path, or a map of all about the picture; else fields beside it say the rest. */
const writtenPicture = (reader: FieldReader) => {
  const value = reader.take(...pictureFields)
  const first: unknown = Array.isArray(value) ? value[0] : value
  const map = asMap(first)
  const inside = (...names: string[]) =>
    names.map(name => asText(map?.get(name))).find(text => text !== null) ?? null
  return {
    src: asText(first) ?? inside('src', 'path', 'url', 'image', 'file'),
    alt:
      inside('alt', 'description') ??
      reader.takeText('image_alt', 'alt', 'thumbnail_alt', 'cover_alt', 'imageAltText'),
    credit:
      inside('credit', 'attribution', 'author') ??
      reader.takeText('image_credit', 'credit', 'photo_credit', 'image_attribution', 'photographer'),
    caption: inside('caption', 'title') ?? reader.takeText('image_caption', 'image_figcaption', 'caption'),
  }
}
