// The last part of a story's new address: its old slug, the name of its file, or its title.

import { isDeviceName } from '../../domain/portable-name.ts'
import { slugInOwnLetters } from '../../domain/slug.ts'
import { slugSyntaxes } from '../../validate/slug-syntax.ts'
import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'
import { namesIn } from './file-names.ts'

type Names = {
  readonly file: string
  readonly slug: string | null
  /** The slug in the letters that it had, where `slug` lacks them. */
  readonly writtenSlug: string | null
  readonly title: string
}

/** `keepsLetters`: whether the new site lets slugs have letters of any script. */
export const findSlug = (
  { file, slug, writtenSlug, title }: Names,
  keepsLetters: boolean,
  addNote: AddNote,
): string => {
  const { bare } = namesIn(file)
  const written =
    keepsLetters && writtenSlug !== null ? [writtenSlug, title, slug ?? ''] : [slug ?? '', bare, title]
  const found = written
    .map(text => (keepsLetters && inOwnLetters(text)) || shortened(toKey(text)))
    .find(key => key !== '' && key !== 'index')
  if (found !== undefined) return isDeviceName(found) ? `story-${found}` : found
  addNote('Used “story” in the address, as neither name nor title has a Latin letter')
  return 'story'
}

const shortened = (key: string): string => key.slice(0, 120).replace(/-+$/, '')

/** Empty where letters of a–z say the same, and where it cannot be a slug. In other scripts a letter takes up to four bytes. */
const inOwnLetters = (text: string): string => {
  const own = [...slugInOwnLetters(text)].slice(0, 48).join('').replace(/-+$/, '')
  return /[^\0-\x7f]/.test(own) && slugSyntaxes.own.isSlug(own) ? own : ''
}
