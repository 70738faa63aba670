// What the configuration of a Hugo site says of its pages: their languages, folders, addresses, dates, and what is hidden.

import picomatch from 'picomatch'
import { languageTag } from '../../fields/find-language.ts'
import { asMap, asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import { type Cascade, readCascade } from './cascade.ts'
import type { HugoConfig } from './read-config.ts'

/** A folder of the archive that stands for the content, or for a part of it. */
type Mount = {
  readonly source: string
  readonly target: string
  readonly language: string | null
  /** Whether it takes a file, by its path below the source. */
  readonly takes: (path: string) => boolean
}

export type HugoSite = {
  /** Origin of the site, or null; the path below which it is, "/news", or empty. */
  readonly origin: string | null
  readonly basePath: string
  /** Keys of all languages; those of which the site made no pages. */
  readonly languages: readonly string[]
  readonly disabled: readonly string[]
  /** What a key of a language means: the site's own code for it, else itself; null for a key that is no language. */
  readonly tagOf: (language: string) => string | null
  readonly defaultLanguage: string
  readonly hasDefaultInFolder: boolean
  /** Whether the configuration says which language the site is in. */
  readonly namesLanguages: boolean
  readonly mounts: readonly Mount[]
  /** By the section's key in lower case. A language may have patterns of its own. */
  readonly permalinks: ReadonlyMap<string, string>
  readonly permalinksOf: (language: string) => ReadonlyMap<string, string>
  /** The path below which the site of a language is, and whether each language has a host of its own, and no folder. */
  readonly rootOf: (language: string) => string
  readonly hasHosts: boolean
  /** Sections whose addresses end with .html, or all. */
  readonly ugly: true | ReadonlySet<string>
  readonly keepsCase: boolean
  readonly removesAccents: boolean
  /** Where the date of a page is looked for: names of fields, and ":filename". */
  readonly dates: readonly string[]
  readonly cascades: readonly Cascade[]
  readonly ignored: readonly RegExp[]
  /** Fields that are lists of labels. */
  readonly taxonomies: readonly string[]
}

export const readHugoSite = ({ values }: HugoConfig): HugoSite => {
  const text = (name: string) => asText(values.get(name))
  const base = /^(https?:\/\/[^/]+)(\/.*)?$/.exec(text('baseurl') ?? '')
  const languages = asMap(values.get('languages'))
  const defaultLanguage = (text('defaultcontentlanguage') ?? 'en').toLowerCase()
  const ugly = values.get('uglyurls')
  const basePath = (base?.[2] ?? '').replace(/\/+$/, '')
  const permalinks = asMap(values.get('permalinks'))
  const ofLanguage = (language: string, name: string) => asMap(languages?.get(language))?.get(name)
  const hasHosts = [...(languages?.keys() ?? [])].some(key => asText(ofLanguage(key, 'baseurl')) !== null)
  return {
    origin: base !== null && !noSite.test(base[1] ?? '') ? (base[1] ?? null) : null,
    basePath,
    hasHosts,
    rootOf: language => {
      const own = asText(ofLanguage(language, 'baseurl'))
      return own === null ? basePath : own.replace(/^https?:\/\/[^/]+/, '').replace(/\/+$/, '')
    },
    languages: [...new Set([defaultLanguage, ...(languages?.keys() ?? [])])],
    disabled: [
      ...asTexts(values.get('disablelanguages'), /\s+/),
      ...[...(languages ?? [])].filter(([, of]) => isYes(asMap(of)?.get('disabled'))).map(([key]) => key),
    ],
    tagOf: language => {
      const of = asMap(languages?.get(language))
      return languageTag(asText(of?.get('locale')) ?? asText(of?.get('languagecode')) ?? language)
    },
    defaultLanguage,
    hasDefaultInFolder: isYes(values.get('defaultcontentlanguageinsubdir')),
    namesLanguages: values.has('defaultcontentlanguage') || languages !== null,
    mounts: mountsIn(values, languages),
    permalinks: permalinksIn(permalinks),
    // Its own take the place of all of the site's.
    permalinksOf: language => permalinksIn(asMap(ofLanguage(language, 'permalinks')) ?? permalinks),
    ugly: isYes(ugly) || new Set([...(asMap(ugly) ?? [])].filter(([, on]) => isYes(on)).map(([key]) => key)),
    keepsCase: isYes(values.get('disablepathtolower')),
    removesAccents: isYes(values.get('removepathaccents')),
    dates: datesIn(asMap(values.get('frontmatter'))?.get('date')),
    cascades: readCascade(values.get('cascade')),
    ignored: asTexts(values.get('ignorefiles'), null).flatMap(pattern => regexpOf(pattern) ?? []),
    taxonomies: [...(asMap(values.get('taxonomies')) ?? [])].flatMap(([, name]) => asText(name) ?? []),
  }
}

/** Places that are no site that readers know. */
const noSite = /^https?:\/\/(?:localhost|127\.|(?:www\.)?example\.(?:com|org|net)$)/i

const isYes = (value: unknown): boolean => value === true || /^true$/i.test(String(value))

/** Those below the content of the site; the folders of languages; else its content folder. */
const mountsIn = (values: Fields, languages: Fields | null): readonly Mount[] => {
  const folder = clean(asText(values.get('contentdir')) ?? 'content')
  const list = asMap(values.get('module'))?.get('mounts')
  const stated = (Array.isArray(list) ? list : []).flatMap(each => {
    const mount = asMap(each)
    const target = clean(asText(mount?.get('target')) ?? '')
    const source = asText(mount?.get('source'))
    const [top, ...below] = target.split('/')
    if (source === null || top !== 'content') return []
    const language = asText(mount?.get('lang'))?.toLowerCase() ?? null
    return [{ source: clean(source), target: below.join('/'), language, takes: filterOf(mount) }]
  })
  const ofLanguages = [...(languages ?? [])].flatMap(([language, of]) => {
    const source = asText(asMap(of)?.get('contentdir'))
    return source === null ? [] : [{ source: clean(source), target: '', language, takes: () => true }]
  })
  // A language with a folder of its own does not read the site's.
  const isRead = languages === null || ofLanguages.length < languages.size
  const usual = isRead ? [{ source: folder, target: '', language: null, takes: () => true }] : []
  const own = stated.length > 0 ? stated : usual
  // The longer folder first: "content/fr" before "content".
  return [...ofLanguages, ...own].toSorted((one, other) => other.source.length - one.source.length)
}

/** https://gohugo.io/configuration/module/#mounts: patterns begin at the source. */
const filterOf = (mount: Fields | null): Mount['takes'] => {
  const matcherOf = (name: string) => {
    const patterns = asTexts(mount?.get(name), null).map(each =>
      each.startsWith('**') ? each : `/${clean(each)}`,
    )
    return patterns.length === 0 ? null : picomatch(patterns, { dot: true, nocase: true })
  }
  const [included, excluded] = [matcherOf('includefiles'), matcherOf('excludefiles')]
  return path => (included?.(`/${path}`) ?? true) && !(excluded?.(`/${path}`) ?? false)
}

const clean = (path: string): string => path.replace(/^(?:\.?\/)+|\/+$/g, '')

/** By section, or, since Hugo 0.112, by kind of page and section. */
const permalinksIn = (permalinks: Fields | null): ReadonlyMap<string, string> =>
  new Map(
    [...(permalinks ?? []), ...(asMap(permalinks?.get('page')) ?? [])].flatMap(([section, value]) => {
      const pattern = asText(value)
      return pattern === null ? [] : [[section.toLowerCase(), pattern] as const]
    }),
  )

// https://gohugo.io/configuration/front-matter/
const usualDates = ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified']

const datesIn = (value: unknown): readonly string[] => {
  const names = asTexts(value, /\s*,\s*/).map(name => name.toLowerCase())
  return names.length === 0 ? usualDates : names.flatMap(name => (name === ':default' ? usualDates : name))
}

const regexpOf = (pattern: string): RegExp | null => {
  try {
    return new RegExp(pattern)
  } catch {
    return null
  }
}

/** False where a field says no, or nothing. */
export const isOn = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !saysNo(value)
