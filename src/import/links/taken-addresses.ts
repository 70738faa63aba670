// Addresses that something stands at: no two may be one to servers and disks, and nothing stands below a file.

import { aliasUrl } from '../../domain/site-addresses.ts'
import { servedAs } from './old-address.ts'

type TakenAddresses = {
  readonly isTaken: (path: string) => boolean
  readonly take: (path: string) => void
}

/** `isTakenHere`: whether the site itself has, or may come to have, something at a path. */
export const createTakenAddresses = (isTakenHere: (path: string) => boolean): TakenAddresses => {
  const used = new Set<string>()
  const folders = new Set<string>()
  return {
    isTaken: path =>
      used.has(servedAs(path)) ||
      isTakenHere(path) ||
      (isFile(path) && folders.has(servedAs(path))) ||
      foldersAbove(path).some(
        above => isPage(above) || (isFile(above) && (used.has(above) || isTakenHere(above))),
      ),
    take: path => {
      used.add(servedAs(path))
      for (const above of foldersAbove(path)) folders.add(above)
    },
  }
}

const isFile = (path: string): boolean => !aliasUrl(path).endsWith('/')

/** Of a page's folder. */
const isPage = (path: string): boolean => path.endsWith('/index.html')

/** "/a/b.html/c/" → "/a", "/a/b.html" */
const foldersAbove = (path: string): readonly string[] => {
  const parts = servedAs(path).split('/').slice(1, -1)
  return parts.map((_part, at) => `/${parts.slice(0, at + 1).join('/')}`)
}
