// The pictures, sounds and videos that a story showed when it was published, whatever their files are by now.

import { join } from 'node:path'
import type { MediaFile } from '../domain/media.ts'
import type { Story } from '../domain/story.ts'
import { keyOf } from '../pictures/encoding-settings.ts'
import type { KnownPicture, LookUpPicture } from '../pictures/look-up-picture.ts'
import { createPictureCache } from '../pictures/picture-cache.ts'
import { nameOfVariant } from '../pictures/variants.ts'
import { filesShownBy } from '../plan/plan-copies.ts'
import type { MediaDisk } from '../read/media-disk.ts'
import { outputKey } from '../store/output.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, readBytes } from '../system/files.ts'

type Looking = { readonly lookUp: LookUpPicture; readonly disk: MediaDisk }

/** For checking its last text once more. `textOf`: of a transcript. */
export const filesAsShown = (
  { image, pictures, media }: Story,
  textOf: (file: string) => string | undefined,
  { lookUp, disk }: Looking,
): Looking => {
  const shown = new Map(
    [...(image ? [image] : []), ...pictures].map(({ src: _src, file, ...known }) => [
      file,
      known as KnownPicture,
    ]),
  )
  const videos = new Map(media.map(each => [each.file, each]))
  const captions = new Map(
    media.flatMap(each => (each.captions ? [[each.captions.file, each.captions]] : [])),
  )
  const transcripts = new Set(media.map(({ transcript }) => transcript?.file))
  return {
    lookUp: file => shown.get(file) ?? lookUp(file),
    disk: {
      ...disk,
      mediaAt: file => {
        const known = videos.get(file)
        return known ? headOf(known) : disk.mediaAt(file)
      },
      textAt: file => {
        const known = captions.get(file)
        if (known !== undefined) return { ...known, text: someCaptions }
        const text = transcripts.has(file) ? textOf(file) : undefined
        return text === undefined ? disk.textAt(file) : { text, digest: digestOf(text) }
      },
      faultOfOriginal: file => (shown.has(file) ? null : disk.faultOfOriginal(file)),
    },
  }
}

/** Its poster is that of the story, which is put back in any case: its size is known here. */
const headOf = ({ digest, strippedDigest, bytes, size }: MediaFile) => ({
  ...{ digest, bytes, size, warnings: [] },
  ...(strippedDigest === undefined ? {} : { strippedDigest }),
})

/** They were sound when they were published. */
const someCaptions = 'WEBVTT\n\n00:00.000 --> 00:01.000\n…\n'

/**
 * Whether all that a story showed is published, or can be again: from the file as it was, or from what was made of it. Without
 * that its page would name files that are not there. `missing`: output paths that are published no more.
 */
export const canBeShown = (
  root: string,
  story: Story,
  tables: Tables,
  missing: ReadonlySet<string>,
): boolean => {
  const cache = createPictureCache(root)
  const isAsItWas = (file: string, digest: string) => {
    const path = join(root, file)
    return isFile(path) && digestOf(readBytes(path)) === digest
  }
  return filesShownBy(story).every(({ file, to, digest, variant }) => {
    const isThere = tables.get('outputs', outputKey(to))?.path === to && !missing.has(to)
    if (isThere || isAsItWas(file, digest)) return true
    return variant !== null && cache.find(keyOf(digest), nameOfVariant(variant)) !== null
  })
}
