// The language of a story, where the old site names one and it is not the new site's own.

import { language } from '../../validate/fields.ts'
import type { AddNote } from '../report/note.ts'
import type { FieldReader } from './read-fields.ts'

const known = language()

/** `ofSite`: the new site's, or null. As a BCP 47 tag; null for a story in the language of the site. */
export const findLanguage = (reader: FieldReader, ofSite: string | null, addNote: AddNote): string | null => {
  const written = reader.takeText('language', 'lang', 'locale')
  if (written === null) return null
  const tag = languageTag(written)
  if (tag === null) {
    addNote('Dropped a language that nobody knows', written, 'editor')
    return null
  }
  return primary(tag) === primary(ofSite ?? '') ? null : tag
}

/** "pt_BR.UTF-8" is pt-BR. Null for what is no language. */
export const languageTag = (written: string): string | null => {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(written.replace(/[.@].*$/, '').replaceAll('_', '-'))
    return known.safeParse(tag).success ? tag : null
  } catch {
    return null
  }
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''
