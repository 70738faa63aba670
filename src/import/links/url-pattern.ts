// Patterns of addresses, such as /:year/:month/:title/, and the address that one makes of a story.

import { namesIn } from '../fields/file-names.ts'
import { toKey } from '../text/to-key.ts'
import { wordsOfTime } from './words-of-time.ts'

/** All that a pattern can put into an address. */
export type AddressParts = {
  /** Path in the archive, "content/posts/2014-03-12-coming-soon.md". */
  readonly file: string
  /** The day as it was written, "2014-03-12". */
  readonly day: string
  readonly categories: readonly string[]
  /** The front matter's slug, or null. */
  readonly slug: string | null
  readonly title: string
}

/** Jekyll's names for its usual patterns, which --permalink knows too. */
export const namedPatterns = {
  date: '/:categories/:year/:month/:day/:title.html',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title.html',
} as const

/** Patterns that archives of news have used; links in an archive show which one it had. */
export const commonPatterns = [
  '/:year/:month/:day/:title/',
  '/:year/:month/:title/',
  '/:year/:title/',
  '/blog/:year/:month/:day/:title/',
  '/blog/:year/:month/:title/',
  '/blog/:title/',
  '/posts/:title/',
  '/news/:title/',
  '/:folder/:title/',
  '/:title/',
] as const

const anyStory: AddressParts = { file: 'x.md', day: '2014-03-12', categories: [], slug: null, title: 'x' }

/** The first word of a pattern that nothing can be put in for, ":foo"; null when all are known. */
export const unknownWordIn = (pattern: string): string | null =>
  /:[a-z_]+/.exec(expandPattern(pattern, anyStory))?.[0] ?? null

/** `pattern` or its name, with the words that Jekyll and Hugo have. Unknown words stay. */
export const expandPattern = (pattern: string, story: AddressParts): string => {
  const full = new Map<string, string>(Object.entries(namedPatterns)).get(pattern) ?? pattern
  const [year = 0, month = 0, day = 0] = story.day.split('-').map(Number)
  const { folders, name, bare } = namesIn(story.file)
  const title = story.slug ?? bare
  const values: Readonly<Record<string, string>> = {
    ...wordsOfTime({ year, month, day, hour: 12, minute: 0, second: 0 }),
    title,
    slug: title,
    name: story.slug ?? name,
    output_ext: '.html',
    categories: story.categories.map(category => toKey(category)).join('/'),
    folders: folders.join('/'),
    folder: folders.at(-1) ?? '',
    filename: name,
    contentbasename: bare,
    slugorfilename: story.slug ?? name,
    slugorcontentbasename: title,
    section: folders[0] ?? '',
    sections: folders.join('/'),
  }
  const path = full.replace(/:([a-z_]+)/g, (written, word: string) => values[word] ?? written)
  return `/${path}`.replace(/\/{2,}/g, '/')
}
