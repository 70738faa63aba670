// Files of the old site's library: their addresses on the web, and where they lie beside the export.

import { join } from 'node:path'
import { decodePath, parseUrl } from '../../../domain/web-address.ts'
import { isFile } from '../../../system/files.ts'
import type { Archive } from '../archive.ts'
import type { WxrExport } from './read-export.ts'

export type Uploads = {
  /** The path of a file as the import finds it; null when it lies nowhere. `url` may name a smaller copy of it. */
  readonly find: (url: string) => string | null
  /** Whether an address is one of the old site. */
  readonly isOwn: (url: string) => boolean
}

export const uploadsOf = (
  { uploads }: Pick<Archive, 'uploads'>,
  { heads, attachments }: WxrExport,
): Uploads => {
  const hosts = new Set<string>()
  const hostOf = (url: string): string =>
    parseUrl(url)
      ?.host.replace(/^www\./, '')
      .toLowerCase() ?? ''
  for (const { address } of heads) hosts.add(hostOf(address))
  for (const { url } of attachments.values()) hosts.add(hostOf(url))
  hosts.delete('')
  const isOwn = (url: string): boolean =>
    !/^[a-z][\w+.-]*:|^\/\//i.test(url) || hosts.has(hostOf(absolute(url)))
  const find = (url: string): string | null => {
    const inside = uploads === null ? null : pathInLibrary(direct(url), isOwn)
    if (uploads === null || inside === null) return null
    const found = namesOf(inside).find(name => isFile(join(uploads, name)))
    return found === undefined
      ? null
      : `/wp-content/uploads/${found.split('/').map(encodeURIComponent).join('/')}`
  }
  return { find, isOwn }
}

const absolute = (url: string): string => url.replace(/^\/\//, 'https://')

/** Jetpack's servers hand out pictures of a site under an address of their own. */
const direct = (url: string): string => url.replace(/^(?:https?:)?\/\/i\d\.wp\.com\//i, 'https://')

/** Networks of sites have had two folders for it. */
const inLibrary = /(?:^|[/])(?:wp-content[/]uploads|wp-content[/]blogs\.dir[/]\d+[/]files|files)[/](.+)$/i

/** "2013/06/pier.jpg"; null for an address that is none of the library. */
const pathInLibrary = (url: string, isOwn: (url: string) => boolean): string | null => {
  const bare = url.replace(/[?#].*$/s, '')
  const hosted = /^(?:https?:)?\/\/[\w-]+\.files\.wordpress\.com\/(\d{4}\/\d\d\/[^?#]+)/i.exec(bare)
  const path = hosted?.[1] ?? inLibrary.exec(bare)?.[1]
  if (path === undefined || (hosted === null && !isOwn(absolute(bare)))) return null
  const inside = decodePath(path)
  return inside.split('/').includes('..') || inside.includes('\0') ? null : inside
}

/** The picture as it was uploaded comes first, then the copy of the size that a text shows. */
const namesOf = (path: string): readonly string[] => {
  const full = path.replace(/-\d{1,5}x\d{1,5}(?=\.\w+$)/, '')
  const scaled = full.replace(/(?=\.\w+$)/, '-scaled')
  const original = full.replace(/-scaled(?=\.\w+$)/, '')
  const names = [original, full, scaled, path]
  // On a network of sites, each has a folder of its own, which a copy of it may lack.
  return [...new Set(names.flatMap(name => [name, name.replace(/^sites\/\d+\//, '')]))]
}
