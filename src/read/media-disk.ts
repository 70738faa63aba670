// The files of videos and sounds, and those beside them, as a check asks for them.

import { join } from 'node:path'
import type { Fault, Problem } from '../domain/problem.ts'
import { folderOf, nameOf } from '../domain/site-paths.ts'
import { type PublishedMedia, publishedMediaOf } from '../media/published-media.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, listEntries, readBytes, readText } from '../system/files.ts'
import { type MediaHead, readMedia } from './read-media.ts'
import { type PictureHead, readPicture } from './read-picture.ts'
import { readSource } from './read-source.ts'

/** Paths are relative to the site's root. */
export type MediaDisk = {
  readonly mediaAt: (file: string) => MediaHead | Fault
  readonly posterAt: (file: string) => (PictureHead & PublishedMedia) | Fault
  /** What keeps a picture's file from being published, where a story links to it. */
  readonly faultOfOriginal: (file: string) => Fault | null
  /** With the digests of the file, and of what is published of it. Null when there is no such file, or it is not UTF-8. */
  readonly textAt: (
    file: string,
  ) => { readonly text: string; readonly digest: string; readonly strippedDigest?: string } | null
  /** Why a text cannot be read; null also when there is none. */
  readonly faultOfText: (file: string) => Problem | null
  /** Of all that stands in the folder of a file. */
  readonly namesBeside: (file: string) => readonly string[]
}

export const createMediaDisk = (root: string): MediaDisk => ({
  mediaAt: file => readMedia(join(root, file), file),
  posterAt: file => {
    const head = readPicture(join(root, file), file)
    if ('code' in head) return head
    const published = publishedMediaOf(join(root, file), file)
    return 'code' in published ? published : { ...head, ...published }
  },
  faultOfOriginal: file => {
    if (!isFile(join(root, file))) return null
    const published = publishedMediaOf(join(root, file), file)
    return 'code' in published ? published : null
  },
  textAt: file => {
    const path = join(root, file)
    const text = isFile(path) ? readText(path) : null
    if (text === null) return null
    const published = publishedMediaOf(path, file)
    const stripped = 'code' in published ? undefined : published.strippedDigest
    const digest = digestOf(readBytes(path))
    return stripped === undefined ? { text, digest } : { text, digest, strippedDigest: stripped }
  },
  faultOfText: file => {
    if (!isFile(join(root, file))) return null
    const source = readSource(root, file)
    return source.ok ? null : source.fault
  },
  namesBeside: file => listEntries(root, folderOf(file)).map(nameOf).sort(),
})

const nothing = (code: string, shown: string) => () => ({
  code,
  message: `the introduction of a bulletin cannot show ${shown}`,
  hint: 'remove it, or show it in a story',
})

/** For the introduction of a bulletin, which can show nothing. */
export const emptyDisk: MediaDisk = {
  mediaAt: nothing('media-missing', 'videos and sounds'),
  posterAt: nothing('picture-missing', 'pictures'),
  faultOfOriginal: () => null,
  textAt: () => null,
  faultOfText: () => null,
  namesBeside: () => [],
}
