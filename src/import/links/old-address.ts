// Where a story lived on its old site: by its own words, by the generator's rule, or by a pattern of dates.

import { decodePath } from '../../domain/address.ts'
import type { ArchiveKind } from '../text/archive-markdown.ts'
import { toKey } from '../text/to-key.ts'

export type AddressParts = {
  /** Path in the archive, "content/posts/2014-03-12-coming-soon.md". */
  readonly file: string
  /** The day as it was written, "2014-03-12". */
  readonly day: string
  readonly categories: readonly string[]
  /** The front matter's slug, or null. */
  readonly slug: string | null
  readonly title: string
  /** The pattern that a Hugo site's configuration has for the section, or null. */
  readonly ownPattern: string | null
}

/** Jekyll's names for its usual patterns. */
const jekyllStyles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title.html',
}

/** Patterns that archives of news have used; links inside an archive show which one it had. */
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

export const defaultPattern = (kind: ArchiveKind): string =>
  kind === 'jekyll' ? (jekyllStyles.date ?? '') : '/:folders/:name/'

export const expandPattern = (pattern: string, place: AddressParts): string => {
  const form = jekyllStyles[pattern] ?? pattern
  const [year = '', month = '', day = ''] = place.day.split('-')
  const { folders, name, bare } = namesOf(place.file)
  const title = place.slug ?? bare
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    title,
    slug: title,
    name: place.slug ?? name,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    categories: place.categories.map(category => toKey(category)).join('/'),
    folders: folders.join('/'),
    folder: folders.at(-1) ?? '',
    filename: name,
    contentbasename: bare,
    slugorfilename: place.slug ?? name,
    slugorcontentbasename: place.slug ?? bare,
    section: folders[0] ?? '',
    sections: folders.join('/'),
  }
  const path = form.replace(/:([a-z_]+)/g, (written, word: string) => values[word] ?? written)
  return `/${path}`.replace(/\/{2,}/g, '/')
}

/** The address a story had: by its section's own pattern, else by the one that all have. */
export const oldAddressOf = (pattern: string, place: AddressParts): string => {
  if (place.ownPattern === null) return expandPattern(pattern, place)
  // Hugo's :title is the headline, never the slug or the file's name.
  const form = place.ownPattern.replace(/:(title|slug)(?![a-z])/g, (_, word: string) =>
    urlized(word === 'slug' ? (place.slug ?? place.title) : place.title),
  )
  return expandPattern(form, place)
}

/** As Hugo does it: accents and letters of all scripts stay. */
const urlized = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s./_+~@-]/gu, '')
    .trim()
    .replace(/\s+(?=-)|(?<=-)\s+/g, '')
    .replace(/\s+/g, '-')

const homes = new Set(['content', 'src', '_posts', '_drafts', 'drafts', '_news', 'site', 'app'])

/** `name` as the generator takes it; `bare` without the day before it. */
const namesOf = (file: string): { folders: readonly string[]; name: string; bare: string } => {
  const steps = file.split('/')
  const last = (steps.pop() ?? '').replace(/(?:\.[a-z]{2})?\.\w+$/, '')
  const folders = steps.filter((step, index) => !(homes.has(step) && (index === 0 || step.startsWith('_'))))
  const isIndex = last === 'index' || last === ''
  const name = isIndex ? (folders.pop() ?? 'index') : last
  return { folders, name, bare: name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]+/, '') }
}

/** The folder below the content that a file lies in, as Hugo's sections are; empty when there is none. */
export const oldSectionOf = (file: string): string => namesOf(file).folders[0]?.toLowerCase() ?? ''

/** The file's own name, without day and ending. */
export const bareNameOf = (file: string): string => namesOf(file).bare

/** A path as it is compared: case, index pages, endings and the last slash do not tell pages apart. */
export const foldPath = (path: string): string => {
  const text = decodePath(path.replace(/[?#].*$/s, ''))
  return `/${text}`
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html?$/, '/')
    .replace(/\.(?:html?|md|markdown)$/, '')
    .replace(/(?<=.)\/$/, '')
}

/** A path that a story may keep as an alias; null when a site cannot serve it. */
export const aliasOf = (path: string): string | null => {
  const bare = path
    .trim()
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/s, '')
  const rooted = `/${bare}`.replace(/\/{2,}/g, '/').replace(/\/index\.html?$/, '/')
  const steps = rooted.split('/')
  // The front, a year, a month and a day have pages of their own.
  const isTaken = rooted === '/' || /^\/\d{4}(?:\/\d{2}){0,2}\/?$/.test(rooted)
  const isServable = !isTaken && !/[\s\\{}]/.test(rooted) && !steps.includes('..') && !steps.includes('.')
  if (!isServable) return null
  return /\.\w{1,5}$/.test(rooted) || rooted.endsWith('/') ? rooted : `${rooted}/`
}
