// The address that Hugo gave a page, and those that led to it: https://gohugo.io/content-management/urls/

import { posix } from 'node:path'
import { asText, asTexts, type FieldReader } from '../../fields/read-fields.ts'
import { type ContentFile, pageNameOf } from './content-file.ts'
import { expandPermalink, type PermalinkWords } from './expand-permalink.ts'
import type { HugoSite } from './hugo-site.ts'
import { urlize } from './urlize.ts'

type Page = ContentFile & Omit<PermalinkWords, 'filename'>

/** Null where it cannot be known. `own` is the front matter's address, or null. */
export const hugoAddress = (page: Page, own: string | null, site: HugoSite): string | null => {
  const basePath = site.rootOf(page.language)
  const words = wordsOf(page)
  if (own !== null) {
    const filled = expandPermalink(own, words, text => urlize(text, site)) ?? own
    const path = filled.startsWith('/') ? filled : `${languagePath(page, site)}/${filled}`
    return inAddress(`${basePath}${posix.normalize(`/${path}`)}${/\/$|\.[^/]*$/.test(path) ? '' : '/'}`)
  }
  const pattern = site.permalinksOf(page.language).get((page.folders[0] ?? '').toLowerCase())
  const path =
    pattern === undefined ? pathOf(page) : expandPermalink(pattern, words, text => urlize(text, site))
  if (path === null) return null
  // Hugo reads what a pattern gave as an address, in which + is a blank.
  const spelled = urlize(pattern === undefined ? path : path.replaceAll('+', ' '), site)
  const bare = posix.normalize(`/${spelled}`).replace(/(?<=.)\/$/, '')
  const isUgly = site.ugly === true || site.ugly.has(page.folders[0]?.toLowerCase() ?? '')
  return inAddress(`${basePath}${languagePath(page, site)}${bare}${isUgly ? '.html' : '/'}`)
}

/** Aliases from the root of the site; those without a slash before them stand beside the page. */
export const hugoAliases = (
  reader: FieldReader,
  address: string | null,
  root: string,
  { ugly }: Pick<HugoSite, 'ugly'>,
): readonly string[] =>
  asTexts(reader.take('aliases'), null).map(alias => {
    const inside = (address ?? '/').slice(root.length)
    const folder = posix.dirname(inside.replace(/(?<=.)\/$/, ''))
    const path = alias.startsWith('/') ? alias : `${folder}/${alias}`
    const full = posix.normalize(`/${path}`)
    const isFile = /\.html?$/.test(full) || full.endsWith('/')
    return inAddress(`${root}${full}${isFile ? '' : ugly === true ? '.html' : '/'}`)
  })

export const slugOf = (reader: FieldReader): string | null => asText(reader.take('slug'))

const wordsOf = (page: Page): PermalinkWords => ({ ...page, filename: pageNameOf(page).name })

const pathOf = (page: Page): string => {
  const { folders, name } = pageNameOf(page)
  return [...folders, page.slug ?? name].join('/')
}

export const languagePath = ({ language }: Pick<ContentFile, 'language'>, site: HugoSite): string =>
  site.hasHosts || (language === site.defaultLanguage && !site.hasDefaultInFolder) ? '' : `/${language}`

/** Letters of all scripts stay readable, as servers take them in both spellings. */
const inAddress = (path: string): string => path.replace(/[\s?#"<>\\^`{|}]/g, encodeURIComponent)
