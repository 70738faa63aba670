// Pictures that stories name: found below the archive's folder, and given a path beside the story.

import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { storyFolderOf } from '../../domain/site-paths.ts'
import { readPicture } from '../../read/read-picture.ts'
import { readText } from '../../system/files.ts'
import { findActiveSvg } from '../../validate/site/find-active-svg.ts'
import { toKey } from '../text/to-key.ts'
import type { FindInArchive } from './find-in-archive.ts'

type PictureCopy = {
  /** On this disk. */
  readonly from: string
  /** Relative to the site, "content/stories/2024/10/24/pier.jpg". */
  readonly to: string
}

export type PictureCollector = {
  /** The picture's name beside the story; null when there is no such file that a browser can show. */
  readonly collect: (src: string, storyFile: string, day: string) => string | null
  readonly copies: () => readonly PictureCopy[]
}

/**
 * `site` is the folder written to. `isUntouched`: whether a file there is as an earlier import
 * left it.
 */
export const createPictureCollector = (
  find: FindInArchive,
  site: string,
  isUntouched: (file: string) => boolean,
): PictureCollector => {
  const owners = new Map<string, string>()
  const freePath = (path: string, ending: string, folder: string): string => {
    const name = toKey(basename(path, extname(path))) || 'picture'
    for (let number = 1; ; number++) {
      const to = `${folder}/${name}${number === 1 ? '' : `-${number}`}${ending}`
      const owner = owners.get(to)
      if (owner === path || (owner === undefined && (isUntouched(to) || isFree(join(site, to), path))))
        return to
    }
  }
  return {
    collect: (src, storyFile, day) => {
      const found = findPicture(find(src, storyFile))
      if (found === null) return null
      const { path, ending } = found
      const to = freePath(path, ending, storyFolderOf(day))
      owners.set(to, path)
      return to.split('/').at(-1) ?? null
    },
    copies: () => [...owners].map(([to, from]) => ({ from, to })),
  }
}

const isFree = (to: string, from: string): boolean =>
  !existsSync(to) || readFileSync(to).equals(readFileSync(from))

type Found = {
  readonly path: string
  /** By the content of the file, whatever its name says. */
  readonly ending: string
}

const pictureNames = /\.(?:jpe?g|png|gif|svg|webp|avif)$/i

const findPicture = (paths: readonly string[]): Found | null => {
  for (const path of paths.filter(each => pictureNames.test(each))) {
    const ending = endingOf(path)
    if (ending !== undefined) return { path, ending }
  }
  return null
}

const endings = ['.jpg', '.png', '.svg', '.webp', '.gif', '.avif']

/** Undefined for a file that no page may show. */
const endingOf = (path: string): string | undefined => {
  const ending = [extname(path).toLowerCase(), ...endings].find(each => !('code' in readPicture(path, each)))
  const isActive = ending === '.svg' && findActiveSvg(readText(path) ?? '') !== null
  return isActive ? undefined : ending
}
