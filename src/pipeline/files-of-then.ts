// The pictures, sounds and videos that stories of a commit show: those that are others by now go by git's name for their bytes.

import { join } from 'node:path'
import type { Revision } from '../changes/read-revision.ts'
import { folderOf, nameOf } from '../domain/site-paths.ts'
import type { KnownPicture, LookUpPicture } from '../pictures/look-up-picture.ts'
import { createMediaDisk, type MediaDisk } from '../read/media-disk.ts'
import { readPicture } from '../read/read-picture.ts'
import { digestOf } from '../system/digest.ts'

/**
 * For checking texts of then and comparing digests: nothing is decoded, and no page may show what is found here. `texts`: of
 * files that stand beside sounds and videos.
 */
export const filesOfThen = (
  root: string,
  { blobs, differing }: Revision,
  texts: ReadonlyMap<string, string>,
): { readonly lookUp: LookUpPicture; readonly disk: MediaDisk } => {
  const today = createMediaDisk(root)
  const digestOfThen = (file: string): string | null => {
    const blob = differing.has(file) ? blobs.get(file) : undefined
    return blob === undefined ? null : `git ${blob}`
  }
  const lookUp: LookUpPicture = file => {
    const digest = digestOfThen(file)
    if (digest !== null) return { ...unmeasured, digest }
    const head = readPicture(join(root, file), file)
    if ('code' in head) return head
    const { width, height, bytes } = head
    return { digest: head.digest, width, height, bytes, isOpaque: true, pixels: null }
  }
  const disk: MediaDisk = {
    mediaAt: file => {
      const digest = digestOfThen(file)
      return digest === null ? today.mediaAt(file) : { digest, size: null, bytes: 0, warnings: [] }
    },
    posterAt: file => {
      const digest = digestOfThen(file)
      if (digest === null) return today.posterAt(file)
      const { width, height, bytes } = unmeasured
      return { ...{ digest, width, height, bytes }, format: 'jpg', warnings: [] }
    },
    faultOfOriginal: file => (digestOfThen(file) === null ? today.faultOfOriginal(file) : null),
    textAt: file => {
      if (digestOfThen(file) === null) return today.textAt(file)
      const text = texts.get(file)
      return text === undefined ? null : { text, digest: digestOf(text) }
    },
    faultOfText: file => (digestOfThen(file) === null ? today.faultOfText(file) : null),
    namesBeside: file => {
      const gone = [...differing].filter(each => folderOf(each) === folderOf(file)).map(nameOf)
      return [...new Set([...today.namesBeside(file), ...gone])].sort()
    },
  }
  return { lookUp, disk }
}

/** Large enough for every rule. */
const unmeasured: Omit<KnownPicture, 'digest'> = {
  ...{ width: 1600, height: 1200, bytes: 0 },
  ...{ isOpaque: true, pixels: null },
}

/** Captions and transcripts. */
export const isTextBeside = (file: string): boolean => /\.(?:vtt|txt)$/i.test(file)
