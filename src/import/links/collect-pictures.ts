// Pictures that stories name: found below the archive's folder, and given a path beside the story.

import { basename, extname, join } from 'node:path'
import type { Fault } from '../../domain/problem.ts'
import { storyFolderOf } from '../../domain/site-paths.ts'
import { readPicture, readPictureBytes } from '../../read/read-picture.ts'
import { digestOf } from '../../system/digest.ts'
import { exists, readBytes, readText } from '../../system/files.ts'
import { findActiveSvg } from '../../validate/site/find-active-svg.ts'
import { toKey } from '../text/to-key.ts'
import { type FindInArchive, originalName } from './find-in-archive.ts'

/** `to`: relative to the site, "content/stories/2024/10/24/pier.jpg". */
type PictureCopy = { readonly to: string; readonly read: () => Uint8Array }

/** Its name beside the story, or why pages cannot show the file that the archive has; null when it has none. */
export type CollectedPicture = { readonly name: string } | { readonly reason: string } | null

export type PictureCollector = {
  readonly collect: (src: string, storyFile: string, day: string) => CollectedPicture
  /** One that is in no file of the archive. */
  readonly collectBytes: (bytes: Buffer, name: string, day: string) => CollectedPicture
  readonly has: (src: string, storyFile: string) => boolean
  /** Those that were not taken before. */
  readonly take: () => readonly PictureCopy[]
}

type PictureRules = {
  readonly find: FindInArchive
  /** The paths that an address may stand for, likeliest first. */
  readonly pathsOf: (src: string) => readonly string[]
  /** The folder that is written to. */
  readonly site: string
  /** Whether a file there is as an earlier import left it. */
  readonly isUntouched: (file: string) => boolean
}

export const createPictureCollector = ({
  find,
  pathsOf,
  site,
  isUntouched,
}: PictureRules): PictureCollector => {
  const owners = new Map<string, string>()
  const found = new Map<string, Found>()
  let waiting: PictureCopy[] = []
  const lookUp = (src: string, storyFile: string): Found => {
    const files = pathsOf(src).flatMap(path => [
      ...find(originalName(path), storyFile),
      ...find(path, storyFile),
    ])
    let refused: Found = null
    for (const file of new Set(files)) {
      const known = found.get(file)
      const picture = known === undefined ? pictureIn(file) : known
      found.set(file, picture)
      if (picture !== null && 'path' in picture) return picture
      refused ??= picture
    }
    return refused
  }
  const give = (owner: string, name: string, ending: string, day: string, read: () => Uint8Array) => {
    const to = freePath(name, ending, storyFolderOf(day), path => {
      const other = owners.get(path)
      if (other !== undefined) return other === owner
      return isUntouched(path) || !exists(join(site, path)) || readBytes(join(site, path)).equals(read())
    })
    if (!owners.has(to)) waiting.push({ to, read })
    owners.set(to, owner)
    return { name: to.split('/').at(-1) ?? '' }
  }
  return {
    collect: (src, storyFile, day) => {
      const picture = lookUp(src, storyFile)
      if (picture === null || 'reason' in picture) return picture
      const { path, ending } = picture
      return give(path, basename(path, extname(path)), ending, day, () => readBytes(path))
    },
    collectBytes: (bytes, name, day) => {
      const ending = endingOf(each => readPictureBytes(bytes, each), '')
      if (typeof ending !== 'string') return { reason: reasonOf(ending) }
      if (ending === '.svg' && findActiveSvg(bytes.toString()) !== null) return { reason: activeReason }
      return give(digestOf(bytes), name, ending, day, () => bytes)
    },
    has: (src, storyFile) => {
      const picture = lookUp(src, storyFile)
      return picture !== null && 'path' in picture
    },
    take: () => {
      const copies = waiting
      waiting = []
      return copies
    },
  }
}

const freePath = (
  name: string,
  ending: string,
  folder: string,
  isFree: (path: string) => boolean,
): string => {
  const key = toKey(name) || 'picture'
  for (let number = 1; ; number++) {
    const path = `${folder}/${key}${number === 1 ? '' : `-${number}`}${ending}`
    if (isFree(path)) return path
  }
}

type Found =
  | {
      readonly path: string
      /** By the content of the file, whatever its name says. */
      readonly ending: string
    }
  | { readonly reason: string }
  | null

/** Null for what is no picture by its name. */
const pictureIn = (path: string): Found => {
  if (!pictureNames.test(path)) return null
  const ending = endingOf(each => readPicture(path, each), extname(path).toLowerCase())
  if (typeof ending !== 'string') return { reason: reasonOf(ending) }
  const isActive = ending === '.svg' && findActiveSvg(readText(path) ?? '') !== null
  return isActive ? { reason: activeReason } : { path, ending }
}

const pictureNames =
  /\.(?:jpe?g|jfif|pjpeg|png|apng|gif|svgz?|webp|avif|hei[cf]|tiff?|bmp|dib|jxl|jp2|jpx|psd|ico|raw|dng|cr2|nef|arw|eps|ai|xcf)$/i

const endings = ['.jpg', '.png', '.svg', '.webp', '.gif', '.avif']

const activeReason = 'a drawing that could run code or ask elsewhere; export it as plain SVG, or as PNG'

/** What is wrong with it where none fits. */
const endingOf = (read: (file: string) => object | Fault, first: string): string | Fault => {
  let fault: Fault | null = null
  for (const ending of new Set(first === '' ? endings : [first, ...endings])) {
    const head = read(ending)
    if (!('code' in head)) return ending
    if (head.code !== 'picture-misnamed') fault ??= head as Fault
  }
  return fault ?? { code: 'picture-unreadable', message: 'no picture', hint: '' }
}

/** Without the name that it was tried under. */
const reasonOf = ({ message, hint }: Fault): string =>
  `${message.replace(/^\.\w+ is /, '')}${hint === '' ? '' : `; ${hint}`}`
