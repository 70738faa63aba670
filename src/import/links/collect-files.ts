// Files that stories link to, such as PDFs and sounds: copied to content/static/ under their old path, where that is free.

import { basename, extname, join } from 'node:path'
import { whyPathNotPortable } from '../../domain/portable-name.ts'
import { staticFileOf } from '../../domain/site-paths.ts'
import { servedPath } from '../../domain/web-address.ts'
import { publishedMediaOf } from '../../media/published-media.ts'
import { exists, readBytes, readText } from '../../system/files.ts'
import { findActiveSvg } from '../../validate/site/find-active-svg.ts'
import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'
import type { FindInArchive } from './find-in-archive.ts'

type FileRules = {
  readonly find: FindInArchive
  /** The folder of the new site. */
  readonly to: string
  /** Whether a page or a file of the new site is at a path. */
  readonly isTaken: (path: string) => boolean
  /** Whether a file is as an earlier import left it. */
  readonly isUntouched: (file: string) => boolean
}

type FileLink = {
  /** From the root of the old site. */
  readonly path: string
  /** As it stands in the story, for files beside it. */
  readonly written: string
  readonly storyFile: string
  readonly addNote: AddNote
}

export type FileCollector = {
  /** Where the file at an old path is on the new site; null when the archive has no such file that may be published. */
  readonly collect: (link: FileLink) => string | null
  readonly copies: () => readonly { readonly to: string; readonly read: () => Uint8Array }[]
}

/** Pages, programs and data of programs are none: they would be run, or read as pages of the new site. */
const kinds =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tspg]|rtf|txt|epub|mobi|key|numbers|pages|csv|tsv|ics|vcf|gpx|km[lz]|geojson|srt|vtt|zip|tar|t?gz|7z|mp3|m4a|aac|og[gva]|opus|wav|aiff?|flac|mp4|m4v|mov|webm|jpe?g|png|gif|webp|avif|svg|hei[cf]|tiff?|bmp|eps|psd|ai)$/i

export const createFileCollector = ({ find, to, isTaken, isUntouched }: FileRules): FileCollector => {
  const owners = new Map<string, string>()
  /** Each file once, and no two paths that differ by letter case alone: some disks have one file for them. */
  const paths = new Map<string, string>()
  const isFree = (path: string, from: string): boolean => {
    const file = staticFileOf(path)
    if (owners.has(path.toLowerCase())) return false
    if (isUntouched(file)) return true
    return exists(join(to, file)) ? readBytes(join(to, file)).equals(readBytes(from)) : !isTaken(path)
  }
  return {
    collect: ({ path: old, written, storyFile, addNote }) => {
      const from = [...find(old, storyFile), ...find(written, storyFile)].find(file => kinds.test(file))
      if (from === undefined) return null
      // Of a name with a sign that ends the path of an address, all of it is the path.
      const isCut = !kinds.test(servedPath(old.replace(/[?#].*$/s, '')))
      const path = servedPath(isCut ? old : old.replace(/[?#].*$/s, ''))
      if (!kinds.test(path) || isHidden(path)) return null
      const published = publishedMediaOf(from, path)
      if ('code' in published) {
        addNote('Left out a linked file, which cannot be published as it is', published.message, 'editor')
        return null
      }
      const active = /\.svg$/i.test(from) ? findActiveSvg(readText(from) ?? '') : null
      if (active !== null) {
        addNote('Left out a linked file, which cannot be published as it is', active.message, 'editor')
        return null
      }
      for (const warning of published.warnings)
        addNote('Copied a linked file that an editor should look at', warning.message, 'editor')
      const known = paths.get(from)
      const own =
        known ??
        (whyPathNotPortable(path) === null && isFree(path, from) ? path : freePath(path, from, isFree))
      owners.set(own.toLowerCase(), from)
      paths.set(from, own)
      return encodeURI(own).replace(/[?#()]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
    },
    copies: () => [...paths].map(([from, path]) => ({ to: staticFileOf(path), read: () => readBytes(from) })),
  }
}

/** A folder that generators read and never publish. */
const isHidden = (path: string): boolean => /\/[._]/.test(path)

const freePath = (path: string, from: string, isFree: (path: string, from: string) => boolean): string => {
  const ending = extname(path).toLowerCase()
  const name = toKey(basename(path, extname(path))) || 'file'
  for (let number = 1; ; number++) {
    const own = `/files/${name}${number === 1 ? '' : `-${number}`}${ending}`
    if (isFree(own, from)) return own
  }
}
