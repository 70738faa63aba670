// The address that Zola gave a page: https://www.getzola.org/documentation/content/page/

import { asText, type Fields } from '../../fields/read-fields.ts'
import { toKey } from '../../text/to-key.ts'
import type { ZolaSite } from './zola-site.ts'

export type ZolaPage = {
  /** Without language and ending; of a page with files beside it, the name of their folder. */
  readonly name: string
  readonly folders: readonly string[]
  readonly language: string
  /** The day in its name, or null. */
  readonly day: string | null
}

/** `file` is a path below the content. */
export const zolaPageOf = (file: string, site: ZolaSite): ZolaPage => {
  const folders = file.split('/')
  const bare = (folders.pop() ?? '').replace(/\.md$/, '')
  const [, before = bare, ending = ''] = /^([^.]+)\.(.+)$/.exec(bare) ?? []
  const isTranslated = site.otherLanguages.includes(ending)
  const own = isTranslated || ending === site.defaultLanguage ? before : bare
  const name = own === 'index' ? (folders.pop() ?? '') : own
  return {
    ...{ name, folders },
    language: isTranslated ? ending : site.defaultLanguage,
    day: dated.exec(name)?.[1] ?? null,
  }
}

const dated = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?\s?[_-](.+)$/

/** Null where it cannot be known. */
export const zolaAddress = (page: ZolaPage, fields: Fields, site: ZolaSite): string | null => {
  const path = asText(fields.get('path'))
  if (path !== null) return rooted(path, site)
  const name = site.keepsDates ? page.name : (dated.exec(page.name)?.[2] ?? page.name)
  const slug = zolaSlug(asText(fields.get('slug')) ?? name, site.slugs)
  if (slug === null) return null
  const language = page.language === site.defaultLanguage ? [] : [page.language]
  return rooted([...language, ...page.folders, slug].join('/'), site)
}

/** Aliases that end with .html are files, all others folders. */
export const zolaAlias = (alias: string, site: ZolaSite): string =>
  /\.html$/.test(alias) ? rooted(alias, site).replace(/\/$/, '') : rooted(alias, site)

const rooted = (path: string, { basePath }: ZolaSite): string =>
  `${basePath}/${path}/`.replace(/\/{2,}/g, '/').replace(/[\s?#"<>\\^`{|}]/g, encodeURIComponent)

/** Zola spells letters of all scripts in Latin ones; how it spells those of others is not known here. */
export const zolaSlug = (text: string, slugs: ZolaSite['slugs']): string | null => {
  if (slugs === 'off') return text
  if (slugs === 'safe') return text.replace(/[ .]+$/, '').replace(/[<>:"/\\|?*]/g, '')
  const isLatin = !/(?!\p{Script=Latin})\p{L}/u.test(text)
  return isLatin ? toKey(text.replace(/['’‘`]/g, '-')) : null
}
