// The lead picture of a story, where the archive has its file. What is said of it nowhere is made up, and marked.

import type { CollectedPicture } from '../links/collect-pictures.ts'
import type { PictureNotes } from '../links/picture-notes.ts'
import type { AddNote } from '../report/note.ts'
import { creditInCaption } from './credit-in-caption.ts'
import { asMap, asText, type FieldReader } from './read-fields.ts'
import { wordsOfField } from './words-of-field.ts'

type LeadFields = {
  readonly src: string
  readonly alt: string
  readonly credit: string
  readonly caption?: string
}

export type LeadPicture = {
  readonly fields: LeadFields
  /** Whether the alt text or the credit is the import's own, so that an editor should look at it. */
  readonly isUnchecked: boolean
}

type Surroundings = {
  /** Of the story. */
  readonly title: string
  /** Of the old site, or its host: who showed the picture. */
  readonly site: string
  readonly collect: (src: string) => CollectedPicture
  /** What the old site noted of a picture by its name. */
  readonly notesOf: (src: string) => PictureNotes | null
  readonly addNote: AddNote
}

const madeUpNote = (field: string, from: string) =>
  `Used ${from} as the ${field} of a lead picture that had none; the story says imported.check until it is right`

export const findLeadPicture = (
  reader: FieldReader,
  { title, site, collect, notesOf, addNote }: Surroundings,
): LeadPicture | null => {
  const { src, ...written } = writtenPicture(reader, addNote)
  if (src === null || /^(?:false|none|null|no|0)?$/i.test(src)) return null
  const taken = collect(src)
  if (taken === null || 'reason' in taken) {
    if (taken === null)
      addNote('Dropped the lead picture: the archive has no such file that a page can show', src, 'editor')
    else addNote('Dropped the lead picture: pages cannot show its file', `${src}: ${taken.reason}`, 'editor')
    return null
  }
  const noted = notesOf(src)
  const alt = written.alt ?? noted?.alt ?? null
  const credit = written.credit ?? noted?.credit ?? null
  const caption = written.caption ?? noted?.caption ?? null
  if (alt === null) {
    addNote(madeUpNote('alt text', caption === null ? 'the title' : 'the caption'), src, 'editor')
  }
  if (credit === null) addNote(madeUpNote('credit', 'the name of the old site'), src, 'editor')
  return {
    fields: {
      src: taken.name,
      alt: cut(alt ?? caption ?? title, 500),
      credit: cut(credit ?? site, 200),
      ...(caption && { caption: cut(caption, 500) }),
    },
    isUnchecked: alt === null || credit === null,
  }
}

const cut = (text: string, longest: number): string => [...text].slice(0, longest).join('')

const pictureFields = [
  ...['image', 'cover', 'featured_image', 'feature_image', 'hero_image', 'lead_image', 'banner'],
  ...['primary_image', 'main_image', 'cover_image', 'thumbnail', 'images', 'header', 'hero'],
]

/** The field holds a path, or a map of all about the picture; else fields beside it say the rest. */
const writtenPicture = (reader: FieldReader, addNote: AddNote) => {
  const value = reader.take(...pictureFields)
  const first: unknown = Array.isArray(value) ? value[0] : value
  const map = asMap(first)
  const firstOf = (values: readonly unknown[], read: (value: unknown) => string | null) =>
    values.map(read).find(text => text !== null) ?? null
  const words = (names: readonly string[], ...beside: readonly string[]) =>
    firstOf([...names.map(name => map?.get(name)), ...beside.map(name => reader.take(name))], text =>
      wordsOfField(text, addNote),
    )
  const caption = words(['caption', 'title'], 'image_caption', 'image_figcaption', 'figcaption', 'caption')
  const credit = words(
    ['credit', 'attribution', 'attr', 'author', 'legal', 'copyright', 'photographer', 'source'],
    ...['image_credit', 'credit', 'credits', 'photo_credit', 'image_attribution', 'photographer'],
    ...['image_legal', 'legal', 'image_copyright', 'cover_credit', 'imageCredit', 'featured_image_credit'],
  )
  const inCaption = caption === null || credit !== null ? null : creditInCaption(caption)
  const named = inCaption === null || inCaption.credit === '' ? null : inCaption
  const paths = ['src', 'path', 'url', 'image', 'file', 'uid', 'teaser', 'overlay_image']
  return {
    src:
      asText(first) ??
      firstOf(
        paths.map(name => map?.get(name)),
        asText,
      ),
    alt: words(
      ['alt', 'alt_text', 'description'],
      ...['image_alt', 'alt', 'thumbnail_alt', 'cover_alt', 'imageAltText', 'featured_image_alt'],
    ),
    credit: credit ?? named?.credit ?? null,
    caption: named === null ? caption : named.caption || null,
  }
}
