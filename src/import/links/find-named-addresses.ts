// The old addresses that a story's front matter names: its own, and those that led to it.

import { splitQuery } from '../../domain/redirect.ts'
import { asText, asTexts, type FieldReader } from '../fields/read-fields.ts'
import type { AddNote } from '../report/note.ts'
import { lostAddress } from '../report/old-addresses.ts'
import { aliasOf, type OldAddress, oldAddressOf, rowPathOf } from './old-address.ts'
import { expandPattern } from './url-pattern.ts'

type NamedAddressRules = {
  /** The old site's pattern of addresses. */
  readonly pattern: string
  /** Whether a named address may be a pattern itself. */
  readonly hasPatternsInStories: boolean
}

type NamedAddresses = {
  /** As a site can serve them. */
  readonly paths: readonly string[]
  /** Those that only their query tells from others. */
  readonly queries: readonly string[]
}

/** Each once. */
export const findNamedAddresses = (
  reader: FieldReader,
  story: OldAddress,
  { pattern, hasPatternsInStories }: NamedAddressRules,
  addNote: AddNote,
): NamedAddresses => {
  const own = ['permalink', 'url'].map(name => asText(reader.take(name))).filter(path => path !== null)
  const others = ['redirect_from', 'aliases', 'alias', 'redirects', 'old_url'].flatMap(name =>
    asTexts(reader.take(name), /\s*,\s*/),
  )
  // A path without a slash before it stands beside the story's own address.
  const folder = oldAddressOf(pattern, story).replace(/[^/]*\/?$/, '')
  const fullPath = (path: string): string => {
    if (hasPatternsInStories && /:[a-z_]+/.test(path) && !/^https?:/.test(path))
      return expandPattern(path, story)
    return /^(?:\/|https?:)/.test(path) || own.includes(path) ? path : folder + path
  }
  const written = [...own, ...others].filter(path => path !== 'false' && path !== 'true')
  const paths = new Set<string>()
  const queries = new Set<string>()
  for (const path of written) {
    const full = /[{}]/.test(path) ? '' : fullPath(path)
    const query = rowWithQuery(full)
    const alias = full === '' || (query !== null && isProgram(query)) ? null : aliasOf(full)
    if (query !== null) queries.add(query)
    if (alias !== null) paths.add(alias)
    if (query === null && alias === null) addNote(lostAddress.cannotBeServed, path)
  }
  return { paths: [...paths], queries: [...queries] }
}

/** By what stands in these, programs count where readers come from. */
const counting = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|source|from|share|amp)(?:=|$)/i

const rowWithQuery = (path: string): string | null => {
  const bare = path
    .trim()
    .replace(/^https?:\/\/[^/?#]+\/?/, '/')
    .replace(/#.*$/s, '')
  const { query } = splitQuery(bare)
  if (query === null || query.split('&').every(part => part === '' || counting.test(part))) return null
  return rowPathOf(bare)
}

/** One path for many pages. */
const isProgram = (path: string): boolean => /^\/\?|\.(?:php|aspx?|cgi|jsp|cfm|pl)\?/i.test(path)
