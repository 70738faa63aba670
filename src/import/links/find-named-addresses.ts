// The old addresses that a story's front matter names: its own, and those that led to it.

import { asText, asTexts, type FieldReader } from '../fields/read-fields.ts'
import type { AddNote } from '../report/note.ts'
import { lostAddress } from '../report/old-addresses.ts'
import { aliasOf, type OldAddress, oldAddressOf } from './old-address.ts'
import { expandPattern } from './url-pattern.ts'

type NamedAddressRules = {
  /** The old site's pattern of addresses. */
  readonly pattern: string
  /** Whether a named address may be a pattern itself. */
  readonly hasPatternsInStories: boolean
}

/** Each once, as a site can serve it. */
export const findNamedAddresses = (
  reader: FieldReader,
  story: OldAddress,
  { pattern, hasPatternsInStories }: NamedAddressRules,
  addNote: AddNote,
): readonly string[] => {
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
  const paths = written.map(path => {
    const isTemplate = /[{}]/.test(path)
    const alias = isTemplate ? null : aliasOf(fullPath(path))
    if (alias === null) addNote(lostAddress.cannotBeServed, path)
    return alias
  })
  return [...new Set(paths.filter(path => path !== null))]
}
