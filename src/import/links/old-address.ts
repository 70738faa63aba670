// Addresses of the old site: how they are compared, and whether a story can keep them.

import { splitQuery } from '../../domain/redirect.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { addressKey, decodePath } from '../../domain/web-address.ts'
import { oldAddress } from '../../validate/old-address.ts'
import { readOldPath } from '../../validate/site/redirect-fields.ts'
import { type AddressParts, expandPattern } from './url-pattern.ts'

export type OldAddress = AddressParts & {
  /** The address that a pattern for this story's part of the site gives it, or null. */
  readonly ownAddress: string | null
}

/** The address a story had: by a pattern for its part of the site, else by the one for all. */
export const oldAddressOf = (pattern: string, story: OldAddress): string =>
  story.ownAddress ?? expandPattern(pattern, story)

/** A path as it is compared: case, index pages, endings and the last slash make no difference. */
export const foldPath = (path: string): string => {
  const text = decodePath(path.replace(/[?#].*$/s, ''))
  return `/${text}`
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html?$/, '/')
    .replace(/\.(?:html?|mdx?|markdown)$/, '')
    .replace(/(?<=.)\/$/, '')
}

/** A path as servers and disks tell it from others: `/a.html` and `/a/` are two. */
export const servedAs = (path: string): string => addressKey(aliasUrl(path))

const served = oldAddress()

/** By the same rule as the validator. */
const isServed = (path: string): boolean => served.safeParse(path).success

/** A path that a story may keep as an alias; null when a site cannot serve it. */
export const aliasOf = (path: string): string | null => {
  const bare = path
    .trim()
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/s, '')
  const rooted = `/${bare}`.replace(/\/{2,}/g, '/').replace(/\/index\.html?$/, '/')
  // The front, a year, a month and a day have pages of their own.
  const isTaken = rooted === '/' || /^\/\d{4}(?:\/\d{2}){0,2}\/?$/.test(rooted)
  if (isTaken || /[{}]/.test(rooted) || !isServed(rooted)) return null
  return /\.\w{1,5}$/.test(rooted) || rooted.endsWith('/') ? rooted : `${rooted}/`
}

/** Null for a pattern, and for what a site cannot serve. The front itself leads nowhere else, but with a query it may. */
export const rowPathOf = (from: string): string | null => {
  if (!readOldPath(from).ok) return null
  const { address, query } = splitQuery(from)
  if (query === null) return aliasOf(address)
  const path = address === '/' ? address : aliasOf(address)
  return path === null ? null : `${path}?${query}`
}
