// Addresses in exports of Ghost: of the old site itself, which the export does not name, and of files that lie beside it.

import { dirname, join } from 'node:path'
import { decodePath } from '../../../domain/web-address.ts'
import { isFile } from '../../../system/files.ts'
import type { Archive } from '../archive.ts'

/** An address as the import finds it: a path of the old site, or of a file in the archive. Others stay. */
export type OwnAddress = (url: string) => string

const ownSite = /^(?:https?:\/\/)?(?:__GHOST_URL__|%7B%7B_GHOST_URL_%7D%7D)(?=[/?#]|$)/i

const inLibrary =
  /(?:^|\/)content[/](images|media|files)\/(?:size\/w\d+(?:h\d+)?\/)?(?:format\/\w+\/)?([^?#]+)/

/** `exports` are files of the archive: a library lies beside them, or in one of the folders above. */
export const ownAddressesIn = ({ root }: Pick<Archive, 'root'>, exports: readonly string[]): OwnAddress => {
  const folders = new Set([''])
  for (const file of exports) {
    for (let folder = dirname(file); folder !== '.' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder)
  }
  const found = new Map<string, string | null>()
  const find = (path: string): string | null => {
    const known = found.get(path)
    if (known !== undefined) return known
    const candidates = [...folders].flatMap(folder => [join(folder, 'content', path), join(folder, path)])
    const file = candidates.find(candidate => isFile(join(root, candidate))) ?? null
    found.set(path, file)
    return file
  }
  return url => {
    const plain = url.trim().replace(ownSite, '') || (url.trim() === '' ? '' : '/')
    const [, kind = '', rest = ''] = inLibrary.exec(plain) ?? []
    const path = decodePath(rest)
    const isInside = rest !== '' && !path.split('/').includes('..') && !path.includes('\0')
    const file = isInside ? find(`${kind}/${path}`) : null
    return file === null
      ? plain
      : `/${encodeURI(file.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent)}`
  }
}

const libraryNames = new Set(['images', 'media', 'files', 'themes'])

/** Folders of files that stories show, and of a theme, as they stand in the archive. */
export const librariesIn = ({ files }: Pick<Archive, 'files'>): readonly string[] => [
  ...new Set(
    files.flatMap(({ file }) => {
      const steps = file.split('/').slice(0, -1)
      const at = steps.findIndex(step => libraryNames.has(step))
      return at === -1 ? [] : [`${steps.slice(0, at + 1).join('/')}/`]
    }),
  ),
]
