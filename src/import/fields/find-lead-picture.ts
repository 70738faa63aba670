// The picture above a story: kept when its file is there and someone can be credited for it.

import type { AddNote } from '../note.ts'
import { asMap, asText, type FieldReader } from './read-fields.ts'

export type LeadFields = {
  readonly src: string
  readonly alt: string
  readonly credit: string
  readonly caption?: string
}

/** `take` finds the file and gives its name beside the story. */
export const findLeadPicture = (
  reader: FieldReader,
  take: (src: string) => string | null,
  addNote: AddNote,
): LeadFields | null => {
  const value = reader.take(
    'image',
    'cover',
    'featured_image',
    'feature_image',
    'hero_image',
    'lead_image',
    'banner',
    'thumbnail',
    'images',
  )
  const first: unknown = Array.isArray(value) ? value[0] : value
  const map = asMap(first)
  const inside = (...names: string[]) =>
    names.map(name => asText(map?.get(name))).find(text => text !== null) ?? null
  const src = asText(first) ?? inside('src', 'path', 'url', 'image', 'file')
  const alt =
    inside('alt', 'description') ??
    reader.takeText('image_alt', 'alt', 'thumbnail_alt', 'cover_alt', 'imageAltText')
  const credit =
    inside('credit', 'attribution', 'author') ??
    reader.takeText('image_credit', 'credit', 'photo_credit', 'image_attribution', 'photographer')
  const caption =
    inside('caption', 'title') ?? reader.takeText('image_caption', 'image_figcaption', 'caption')
  if (src === null) return null
  if (alt === null || credit === null) {
    addNote(
      `Dropped the lead picture, which has no ${alt === null ? 'alt text' : 'credit'}; add it by hand`,
      src,
    )
    return null
  }
  const name = take(src)
  if (name === null) {
    addNote('Dropped the lead picture: the archive has no such file that a page can show', src)
    return null
  }
  const cut = (text: string, longest: number) => [...text].slice(0, longest).join('')
  return {
    src: name,
    alt: cut(alt, 500),
    credit: cut(credit, 200),
    ...(caption && { caption: cut(caption, 500) }),
  }
}
