// The files of an archive that an address of the old site may mean, likeliest first.

import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { servedPath } from '../../domain/web-address.ts'
import type { Archive } from '../sources/archive.ts'

/** Folders whose content stood at the root of the old site, or may have. */
const tops = ['static', 'assets', 'public', 'src', 'content']
const served = [...tops, 'images', ...tops.map(top => `${top}/images`)]

/** Where WordPress has the files of its library. */
const uploadsPath = '/wp-content/uploads/'

/** Files on the disk for a path, rooted or not. No path leads out of the archive. */
export type FindInArchive = (src: string, storyFile: string) => readonly string[]

export const createFindInArchive = ({
  root,
  uploads,
  files,
}: Pick<Archive, 'root' | 'uploads' | 'files'>): FindInArchive => {
  const lookUp = createLookUp()
  const byName = createByName(files)
  return (src, storyFile) => {
    const folder = storyFile.split('/').slice(0, -1).join('/')
    const beside = [folder, storyFile.replace(/\.\w+$/, ''), `${folder}/images`]
    const found = readingsOf(src).flatMap(bare => {
      const folders = bare.startsWith('/') ? ['', ...served] : [...beside, '', ...served]
      return namesOf(bare).flatMap(name => {
        const uploaded = name.startsWith(uploadsPath) ? name.slice(uploadsPath.length) : undefined
        return [
          ...(uploads !== null && uploaded !== undefined ? [lookUp(uploads, uploaded)] : []),
          ...folders.map(each => lookUp(root, `${each}/${name}`)),
        ]
      })
    })
    const known = found.filter(path => path !== null)
    const named = known.length === 0 ? byName(src) : null
    return [...new Set(named === null ? known : [join(root, named)])]
  }
}

/** As a server reads an address, and as a file that has these signs in its name: a query is mostly none. */
const readingsOf = (src: string): readonly string[] => {
  const cut = src.replace(/[?#].*$/s, '')
  const written = [cut, ...(cut === src ? [] : [src])].flatMap(each => [
    servedPath(each).replaceAll('\\', '/'),
    // Escaped as in the markdown around it.
    servedPath(each.replace(/\\(?=[!-/:-@[-`{-~])/g, '')),
  ])
  return [...new Set(written)].filter(each => !each.includes('\0') && /[^/]/.test(each))
}

const pictureEndings = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'svg', 'avif']

/** A picture that is called by its name alone, "harbour-at-dawn", where the archive has one of that name. */
const createByName = (files: Archive['files']): ((src: string) => string | null) => {
  let names: Map<string, string | null> | null = null
  return src => {
    if (!/^[\w-]{3,}$/.test(src)) return null
    names ??= files.reduce((all, { file }) => {
      const [, name = '', ending = ''] = /([^/]+)\.(\w+)$/.exec(file) ?? []
      const key = name.toLowerCase()
      if (pictureEndings.includes(ending.toLowerCase())) all.set(key, all.has(key) ? null : file)
      return all
    }, new Map<string, string | null>())
    return names.get(src.toLowerCase()) ?? null
  }
}

/** Of a copy that WordPress made smaller, the picture itself; else the address as it is. */
export const originalName = (address: string): string =>
  address.replace(/-(?:\d{1,5}x\d{1,5}|scaled|e\d{10,13})(?=\.\w+(?:$|[?#]))/i, '')

const namesOf = (bare: string): readonly string[] => [...new Set([bare, originalName(bare)])]

/** The file at a path below a folder, in any letter case where the exact one is not there; null where none is. */
const createLookUp = (): ((top: string, path: string) => string | null) => {
  const listings = new Map<string, ReadonlyMap<string, string>>()
  /** By their lower case. */
  const namesIn = (folder: string): ReadonlyMap<string, string> => {
    const names =
      listings.get(folder) ??
      new Map(namesOrNone(folder).map(name => [name.toLowerCase().normalize('NFC'), name]))
    listings.set(folder, names)
    return names
  }
  const inAnyCase = (top: string, path: string): string | null => {
    const names = path.split('/').filter(name => name !== '' && name !== '.')
    if (names.includes('..')) return null
    let at = top
    for (const name of names) {
      const next = namesIn(at).get(name.toLowerCase().normalize('NFC'))
      if (next === undefined) return null
      at = join(at, next)
    }
    return isFile(at) ? at : null
  }
  return (top, path) => {
    const exact = join(top, path)
    const found = isFile(exact) ? exact : inAnyCase(top, path)
    return found !== null && isBelow(top, found) ? found : null
  }
}

const namesOrNone = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether a file is there, and may be read. */
const isFile = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const isBelow = (root: string, path: string): boolean =>
  realpathSync(path).startsWith(realpathSync(root) + sep)
