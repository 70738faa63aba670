// The files of an archive that an address of the old site may mean, likeliest first.

import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { decodePath } from '../../domain/web-address.ts'
import type { Archive } from '../sources/archive.ts'

/** Folders whose content stood at the root of the old site, or may have. */
const tops = ['static', 'assets', 'public', 'src', 'content']
const served = [...tops, 'images', ...tops.map(top => `${top}/images`)]

/** Where WordPress has the files of its library. */
const uploadsPath = '/wp-content/uploads/'

/** Files on the disk for a path, rooted or not. No path leads out of the archive. */
export type FindInArchive = (src: string, storyFile: string) => readonly string[]

export const createFindInArchive = ({ root, uploads }: Pick<Archive, 'root' | 'uploads'>): FindInArchive => {
  const lookUp = createLookUp()
  return (src, storyFile) => {
    const bare = decodePath(src.replace(/[?#].*$/s, '')).replaceAll('\\', '/')
    if (bare.includes('\0')) return []
    const folder = storyFile.split('/').slice(0, -1).join('/')
    const beside = [folder, storyFile.replace(/\.\w+$/, ''), `${folder}/images`]
    const folders = bare.startsWith('/') ? ['', ...served] : [...beside, '', ...served]
    const found = namesOf(bare).flatMap(name => {
      const uploaded = name.startsWith(uploadsPath) ? name.slice(uploadsPath.length) : undefined
      return [
        ...(uploads !== null && uploaded !== undefined ? [lookUp(uploads, uploaded)] : []),
        ...folders.map(each => lookUp(root, `${each}/${name}`)),
      ]
    })
    return [...new Set(found.filter(path => path !== null))]
  }
}

/** A copy that WordPress made smaller stands for the picture itself, where only that is there. */
const namesOf = (bare: string): readonly string[] => {
  const original = bare.replace(/-(?:\d{1,5}x\d{1,5}|scaled|e\d{10,13})(?=\.\w+$)/i, '')
  return original === bare ? [bare] : [bare, original]
}

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

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const isBelow = (root: string, path: string): boolean =>
  realpathSync(path).startsWith(realpathSync(root) + sep)
