// The rules of _headers, for Cloudflare Pages and Netlify alike.

import { contentPolicy } from '../domain/content-policy.ts'
import {
  cacheOf,
  otherTypes,
  rareTypes,
  searchEndings,
  searchLeads,
  textTypes,
  typeOfName,
} from '../domain/file-kinds.ts'
import type { Site } from '../domain/newsroom.ts'
import { addresses, hashedMedia } from '../domain/site-addresses.ts'
import { commonHeaders, type Header, policyHeader } from './common-headers.ts'

/** `takenBack`: names of headers that broader rules set, and this one removes. */
type HeaderRule = {
  readonly path: string
  readonly takenBack: readonly string[]
  readonly headers: readonly Header[]
}

/** Cloudflare Pages ignores longer lines. */
export const longestHeaderLine = 2000

const rule = (path: string, name: string, value: string): HeaderRule => ({
  path,
  takenBack: [],
  headers: [{ name, value }],
})

const cache = (path: string, value: string) => rule(path, 'Cache-Control', value)
const text = (path: string, value: string) => rule(path, 'Content-Type', `${value}; charset=utf-8`)

const byEnding = (ending: string): HeaderRule => {
  const value = textTypes[ending]
  const path = `/*.${ending}`
  return value === undefined ? rule(path, 'Content-Type', otherTypes[ending] ?? '') : text(path, value)
}

/**
 * Where two rules fit, Cloudflare joins their values of one header by a comma, and Netlify takes the later one. So no two
 * set the same header for one path, where that matters; to Netlify, which overlooks a last slash, the general ones come
 * first. Either takes one * in a path, for any characters. Without the policy when its line would be too long.
 */
export const headerRules = (site: Site, styles: readonly string[]): readonly HeaderRule[] => [
  {
    path: '/*',
    takenBack: [],
    headers: commonHeaders(site, styles).filter(header => isShort(site, header)),
  },
  cache('/*/', cacheOf.page),
  cache('/', cacheOf.page),
  cache('/*.xml', cacheOf.feed),
  cache(`${hashedMedia}*`, cacheOf.fingerprinted),
  ...searchLeads.map(path => cache(path, cacheOf.current)),
  ...searchEndings.map(ending => cache(`${addresses.search}*.${ending}`, cacheOf.fingerprinted)),
  ...Object.entries(typeOfName).map(([name, value]) => text(`/*${name}`, value)),
  ...rareTypes.map(byEnding),
  {
    path: `${addresses.search}*`,
    takenBack: [policyHeader],
    headers: [{ name: policyHeader, value: contentPolicy(styles, 'search') }].filter(header =>
      isShort(site, header),
    ),
  },
]

/** Whether every rule can be written as it should be. */
export const isPolicyTooLong = (site: Site, styles: readonly string[]): boolean =>
  !isShort(site, { name: policyHeader, value: contentPolicy(styles, 'search') })

const isShort = ({ hosting }: Site, { name, value }: Header): boolean =>
  hosting.cdn === 'netlify' || `${name}: ${value}`.length <= longestHeaderLine
