// A story's headline: from its front matter, its first heading, or the name of its file.

import type { AddNote } from '../report/note.ts'
import { textOfHtml } from '../text/plain-text.ts'
import { readableField } from '../text/readable-text.ts'
import type { BodyFormat } from '../text/text-dialect.ts'
import { namesIn } from './file-names.ts'
import type { FieldReader } from './read-fields.ts'
import { hasHtml, hasLetters } from './words-of-field.ts'

type Text = { readonly body: string; readonly format: BodyFormat }

export const findTitle = (reader: FieldReader, file: string, text: Text, addNote: AddNote): string => {
  const written = reader.takeText('title', 'headline', 'name')
  if (written !== null && hasLetters(readableField(written, () => {})))
    return fitted(plain(written, addNote), addNote)
  const words = text.format === 'html' ? headingInHtml(text.body) : headingInMarkdown(text.body)
  if (words !== '') {
    addNote('Used the first heading as the title')
    return fitted(words, addNote)
  }
  addNote('Used the name of the file as the title', undefined, 'editor')
  const name = namesIn(file).bare.replace(/[-_]+/g, ' ').trim() || 'Untitled'
  return fitted(name.charAt(0).toUpperCase() + name.slice(1), addNote)
}

const headingInHtml = (body: string): string =>
  textOfHtml(/<h([1-6])(?:\s[^>]*)?>([\s\S]{0,2000}?)<\/h\1\s*>/i.exec(body)?.[2] ?? '')

const headingInMarkdown = (body: string): string => {
  const heading =
    /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(body)?.[1] ?? /^(\S.*)\n=+[ \t]*$/m.exec(body)?.[1]
  return textOfHtml(heading ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim()
}

const plain = (title: string, addNote: AddNote): string => {
  if (!hasHtml(title)) return title
  const text = textOfHtml(title)
  if (!hasLetters(text)) return title
  addNote('Removed HTML from the title', title)
  return text
}

const fitted = (title: string, addNote: AddNote): string => {
  const letters = [...title]
  if (letters.length <= 300) return title
  addNote('Cut the title to 300 characters', undefined, 'editor')
  return `${letters.slice(0, 299).join('').trimEnd()}…`
}
