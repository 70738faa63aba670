// The address that Jekyll gives a file: https://jekyllrb.com/docs/permalinks/

import type { LocalTime } from '../../../time/local-time.ts'
import { namedPatterns } from '../../links/url-pattern.ts'
import { wordsOfTime } from '../../links/words-of-time.ts'
import type { JekyllSite } from './jekyll-site.ts'
import { jekyllSlug } from './jekyll-slug.ts'

type Addressed = {
  readonly file: string
  /** "posts", "pages" or a collection. */
  readonly type: string
  readonly categories: readonly string[]
  /** The front matter's slug, or null. */
  readonly slug: string | null
  /** Null when it has no date, or one that cannot be read. */
  readonly time: LocalTime | null
}

const styles = new Map<string, string>(Object.entries(namedPatterns))

/** The pattern of addresses of posts. */
export const postPattern = ({ permalink, collections }: JekyllSite): string => {
  const pattern = collections.get('posts')?.permalink ?? permalink
  return styles.get(pattern) ?? pattern
}

/** `permalink`: the front matter's, or null. Null when a word of the pattern is unknown, or needs a date that is not there. */
export const jekyllAddress = (file: Addressed, permalink: string | null, site: JekyllSite): string | null => {
  const words = file.type === 'pages' ? wordsOfPage(file) : wordsOfDocument(file, site)
  let isKnown = true
  const path = (permalink ?? patternFor(file, site)).replace(/:([a-z_]+)/g, (written, word: string) => {
    const key = word in words ? word : word.replace(/_$/, '')
    const value = words[key]
    // A page keeps what it does not know.
    if (value === undefined && file.type === 'pages') return written
    if (value === undefined) isKnown = false
    return inAddress(value ?? '') + word.slice(key.length)
  })
  if (!isKnown) return null
  const clean = `/${path}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
  return `${site.basePath}${clean}`
}

/** Letters of all scripts stay readable, as servers take them in both spellings. */
const inAddress = (value: string): string => value.replace(/[\s?#"<>\\^`{|}]/g, encodeURIComponent)

const patternFor = (file: Addressed, site: JekyllSite): string => {
  const { type } = file
  if (type === 'posts') return postPattern(site)
  if (type !== 'pages')
    return site.collections.get(type)?.permalink ?? withSuffix('/:collection/:path', site.permalink)
  return /(?:^|\/)index\.\w+$/.test(file.file) ? '/:path/' : withSuffix('/:path/:basename', site.permalink)
}

const withSuffix = (pattern: string, style: string): string => {
  if (style === 'pretty' || (!styles.has(style) && style.endsWith('/'))) return `${pattern}/`
  const isFile = ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext')
  return isFile ? `${pattern}:output_ext` : pattern
}

const wordsOfPage = ({ file }: Addressed): Readonly<Record<string, string>> => ({
  path: file.includes('/') ? file.replace(/\/[^/]*$/, '') : '',
  basename: bareName(file),
  output_ext: '.html',
})

const bareName = (file: string): string =>
  (file.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '').replace(/\.+$/, '')

const wordsOfDocument = (
  { file, type, categories, slug, time }: Addressed,
  { collectionsFolder }: JekyllSite,
): Readonly<Record<string, string>> => {
  const name = bareName(file)
  const named = slug ?? name.replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '')
  const inCollections = collectionsFolder === '' ? file : file.replace(`${collectionsFolder}/`, '')
  return {
    collection: type,
    path: inCollections
      .replace(`_${type}`, '')
      .replace(/\.[^./]+$/, '')
      .replace(/\.+$/, ''),
    name: jekyllSlug(name),
    title: jekyllSlug(named, 'pretty'),
    slug: jekyllSlug(named),
    categories: [...new Set(categories.map(category => category.toLowerCase()))].join('/'),
    slugified_categories: [...new Set(categories.map(category => jekyllSlug(category)))].join('/'),
    output_ext: '.html',
    ...(time !== null && wordsOfTime(time)),
  }
}
