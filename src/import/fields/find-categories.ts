// The categories of a story on the old site: those in its front matter, and the folders it lies in.

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

/**
 * The front matter's categories, then the folders it lies in, but for words that say nothing.
 * `separator` cuts the text of `categories`; other fields are cut at commas.
 */
export const findCategories = (
  reader: FieldReader,
  folders: readonly string[],
  separator: RegExp,
): readonly string[] => {
  const written = ['section', 'category', 'categories', 'topic'].flatMap(name =>
    asTexts(reader.take(name), name === 'categories' ? separator : /\s*,\s*/),
  )
  const named = folders.filter(
    folder => !/^_|^\d+$|^\d{4}-\d/.test(folder) && !general.has(folder.toLowerCase()),
  )
  return [...new Set([...written, ...named])]
}
