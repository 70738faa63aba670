// A row of _data/redirects.yaml: where an old address leads now, or that nothing stands there any more.

import { aliasUrl } from './site-addresses.ts'
import { addressKey } from './web-address.ts'

export type Redirect = {
  /** The old address, in the spelling of the links that lead there; with its query, where it has one. */
  readonly path: string
  /** A path of this site, or a full address of another one; null where it is gone for good. */
  readonly to: string | null
}

/** The word that stands in the file where nothing stands any more. */
export const goneWord = 'gone'

/** "/?p=12" → "/" and "p=12". A ? that belongs to a path is written as %3F. */
export const splitQuery = (path: string): { readonly address: string; readonly query: string | null } => {
  const at = path.indexOf('?')
  return at < 0 ? { address: path, query: null } : { address: path.slice(0, at), query: path.slice(at + 1) }
}

/** Servers tell files by their paths alone: at an address with a query no page can stand. */
export const hasQuery = (path: string): boolean => path.includes('?')

/** The same for two rows that are one to servers. */
export const keyOfRow = (path: string): string => {
  const { address, query } = splitQuery(path)
  const key = addressKey(aliasUrl(address))
  return query === null ? key : `${key}\n${query.toLowerCase()}`
}
