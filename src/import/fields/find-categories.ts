// What the old site called a story's kind: its categories, and the folders it lies in.

import type { ArchiveKind } from '../text/archive-markdown.ts'
import { asTexts, type FieldReader } from './read-fields.ts'

const general = new Set([
  'blog',
  'news',
  'post',
  'posts',
  'articles',
  'article',
  'stories',
  'archive',
  'content',
  'src',
  'uncategorized',
  'en',
  'all',
])

/** The front matter's categories, then the folders the file lies in, but for words that say nothing. */
export const findCategories = (reader: FieldReader, file: string, kind: ArchiveKind): readonly string[] => {
  const written = ['section', 'category', 'categories', 'topic'].flatMap(name =>
    // Jekyll separates them by spaces, though not those of the singular field.
    asTexts(reader.take(name), kind === 'jekyll' && name === 'categories' ? /[\s,]+/ : /\s*,\s*/),
  )
  const folders = file
    .split('/')
    .slice(0, -1)
    .filter(folder => !/^_|^\d+$|^\d{4}-\d/.test(folder) && !general.has(folder.toLowerCase()))
  return [...new Set([...written, ...folders])]
}
