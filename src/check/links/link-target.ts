// Where the addresses on a page lead: to which file of the published folder, and to which id on it.

import { remember } from '../../domain/remember.ts'
import { isPlainPath, parseUrl } from '../../domain/web-address.ts'
import { outputPathOf } from '../../store/output.ts'

/** A file of this site and, where the address asks for one, the id on it. */
export type LinkTarget = { readonly output: string; readonly anchor: string | null }

type FindTarget = (address: string) => LinkTarget | 'elsewhere' | 'malformed'

/** `page`: the url of the page that the addresses stand on. */
export const createFindTarget = (page: string, origin: string): FindTarget => {
  const base = new URL(page, origin)
  return address => {
    const hash = address.indexOf('#')
    const path = hash === -1 ? address : address.slice(0, hash)
    if (isPlainPath(path) && (hash === -1 || /^[\w-]*$/.test(address.slice(hash + 1))))
      return { output: outputPathOf(path), anchor: hash === -1 ? null : address.slice(hash + 1) || null }
    if (isPath(address)) return targetOfPath(address)
    const url = parseUrl(address, base.href)
    if (url === null) return 'malformed'
    return url.host === base.host ? targetOf(url) : 'elsewhere'
  }
}

/** It leads to this site whatever page it stands on. Behind a backslash or white space there may be another host. */
const isPath = (address: string): boolean => /^\/(?![/\\\s])/.test(address)

// Menus and footers are the same on every page.
const targetOfPath = remember(10_000, (path: string) => targetOf(new URL(path, 'https://site.example')))

const targetOf = ({ pathname, hash }: URL): LinkTarget => ({
  output: outputPathOf(decoded(pathname)),
  anchor: decoded(hash.slice(1)) || null,
})

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
