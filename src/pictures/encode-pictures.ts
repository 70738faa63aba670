// Sees to it that the variants which are to be published lie in the cache. Where all do, no encoder is loaded.

import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../domain/event.ts'
import type { PictureFile } from '../domain/story.ts'
import { digestOf } from '../system/digest.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { readBytes } from '../system/files.ts'
import { keyOf } from './encoding-settings.ts'
import { createPictureCache, type KeptPicture } from './picture-cache.ts'
import { nameOfVariant, type Variant } from './variants.ts'

/** One variant that is to be there. */
export type PictureJob = { readonly picture: PictureFile; readonly variant: Variant }

export type EncodedPictures = {
  /** One of those that were ordered. */
  readonly find: (pictureJob: PictureJob) => KeptPicture
  /** How many pictures had to be encoded. */
  readonly count: number
}

/** While one is decoded the other is encoded. */
const picturesAtOnce = 2

/** Throws a plain line when an original is not what was looked at any more. */
export const encodePictures = async (
  root: string,
  jobs: readonly PictureJob[],
  report: Report,
): Promise<EncodedPictures> => {
  const cache = createPictureCache(root)
  const kept = new Map<string, KeptPicture>()
  const missing = new Map<string, PictureJob>()
  for (const pictureJob of jobs) {
    const name = nameOf(pictureJob)
    if (kept.has(name) || missing.has(name)) continue
    const there = cache.find(keyOf(pictureJob.picture.digest), nameOfVariant(pictureJob.variant))
    if (there) kept.set(name, there)
    else missing.set(name, pictureJob)
  }
  const pictures = byPicture([...missing.values()])
  if (pictures.length > 0) {
    const { loadEncoder, mostAtOnce } = await import('./encode-picture.ts')
    const encode = await loadEncoder()
    const variantsAtOnce = Math.min(mostAtOnce, availableParallelism())
    const atOnce = Math.ceil(variantsAtOnce / Math.min(picturesAtOnce, pictures.length))
    const scratch = mkdtempSync(join(tmpdir(), 'dateline-pictures-'))
    let done = 0
    report({ type: 'encoding', done, all: pictures.length })
    const work = async ({ picture, variants }: Original) => {
      await encode({
        original: readOriginal(root, picture),
        isOpaque: picture.pixels?.isOpaque ?? false,
        kind: /\.png$/i.test(picture.file) ? 'graphic' : 'photo',
        variants,
        atOnce,
        scratch: join(scratch, `${picture.digest}.tiff`),
        keep: (variant, content) =>
          kept.set(
            nameOf({ picture, variant }),
            cache.keep(keyOf(picture.digest), nameOfVariant(variant), content),
          ),
      })
      report({ type: 'encoding', done: ++done, all: pictures.length })
    }
    await fewAtATime(picturesAtOnce, pictures, work).finally(() =>
      rmSync(scratch, { recursive: true, force: true }),
    )
  }
  return {
    count: pictures.length,
    find: pictureJob => {
      const there = kept.get(nameOf(pictureJob))
      if (!there) throw new Error(`${pictureJob.picture.file} was not encoded before it is published`)
      return there
    },
  }
}

const nameOf = ({ picture, variant }: PictureJob): string => `${picture.digest} ${nameOfVariant(variant)}`

type Original = { readonly picture: PictureFile; readonly variants: readonly Variant[] }

/** The same picture may lie beside two stories. */
const byPicture = (jobs: readonly PictureJob[]): readonly Original[] => {
  const originals = new Map<string, { readonly picture: PictureFile; readonly variants: Variant[] }>()
  for (const { picture, variant } of jobs) {
    const known = originals.get(picture.digest)
    if (known) known.variants.push(variant)
    else originals.set(picture.digest, { picture, variants: [variant] })
  }
  return [...originals.values()]
}

const readOriginal = (root: string, { file, digest }: PictureFile): Uint8Array => {
  const bytes = readBytes(join(root, file))
  if (digestOf(bytes) !== digest)
    throw new Error(`${file} changed while the site was being built; build again`)
  return bytes
}
