// Encodes the variants that are to be published and do not lie in the cache. Where all do, no encoder is loaded.
//
// After planning and before rendering, for what the plan wants and the cache lacks; pictures of held stories
// too, so that their release need not wait. No more variants are under way than there are cores. The same
// bytes come out on any number of cores. A share encodes its part of the new pictures and carries them in its
// folder; the machine that merges has nothing to encode.

import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../domain/event.ts'
import type { Fault } from '../domain/problem.ts'
import type { PictureFile } from '../domain/story.ts'
import { digestOf } from '../system/digest.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { readBytes } from '../system/files.ts'
import { keyOf } from './encoding-settings.ts'
import { createPictureCache, type KeptPicture } from './picture-cache.ts'
import { decodedSize, nameOfVariant, type Variant } from './variants.ts'

/** One variant that is to be there. */
export type PictureJob = { readonly picture: PictureFile; readonly variant: Variant }

export type EncodedPictures = {
  /** Of one of the jobs. */
  readonly find: (job: PictureJob) => KeptPicture
  /** How many pictures had to be encoded. */
  readonly count: number
  /** Of pictures that could not be: then nothing may be published. */
  readonly faults: readonly PictureFault[]
}

export type PictureFault = { readonly picture: PictureFile; readonly fault: Fault }

/** While one is decoded the other is encoded. */
const picturesAtOnce = 2

/** Throws a plain line when an original has changed since it was inspected, and when the disk refuses. */
export const encodePictures = async (
  root: string,
  jobs: readonly PictureJob[],
  report: Report,
): Promise<EncodedPictures> => {
  const cache = createPictureCache(root)
  const kept = new Map<string, KeptPicture>()
  const missing = new Map<string, PictureJob>()
  for (const job of jobs) {
    const name = nameOf(job)
    if (kept.has(name) || missing.has(name)) continue
    const there = cache.find(keyOf(job.picture.digest), nameOfVariant(job.variant))
    if (there) kept.set(name, there)
    else missing.set(name, job)
  }
  const originals = byOriginal([...missing.values()])
  const keep: Keep = (job, content) =>
    kept.set(nameOf(job), cache.keep(keyOf(job.picture.digest), nameOfVariant(job.variant), content))
  const faults = originals.length > 0 ? await encodeAll(root, originals, keep, report) : []
  return {
    count: originals.length,
    faults,
    find: job => {
      const there = kept.get(nameOf(job))
      if (!there) throw new Error(`${job.picture.file} was not encoded before it is published`)
      return there
    },
  }
}

type Keep = (job: PictureJob, content: Uint8Array) => void

const encodeAll = async (
  root: string,
  originals: readonly Original[],
  keep: Keep,
  report: Report,
): Promise<readonly PictureFault[]> => {
  const { loadEncoder, mostAtOnce } = await import('./encode-picture.ts')
  const encode = await loadEncoder()
  const variantsAtOnce = Math.min(mostAtOnce, availableParallelism())
  const atOnce = Math.ceil(variantsAtOnce / Math.min(picturesAtOnce, originals.length))
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-pictures-'))
  const faults: PictureFault[] = []
  let done = 0
  report({ type: 'encoding', done, all: originals.length })
  const work = async ({ picture, variants }: Original) => {
    const original = readOriginal(root, picture)
    await encode({
      original,
      isOpaque: picture.isOpaque,
      size: decodedSize(picture),
      settings: /\.png$/i.test(picture.file) ? 'graphic' : 'photo',
      variants,
      atOnce,
      scratch: join(scratch, `${picture.digest}.tiff`),
      keep: (variant, content) => keep({ picture, variant }, content),
    }).catch((error: Error) => {
      // A full disk is nobody's picture.
      if ('code' in error) throw error
      faults.push({ picture, fault: unencodable(picture, error) })
    })
    report({ type: 'encoding', done: ++done, all: originals.length })
  }
  await fewAtATime(picturesAtOnce, originals, work).finally(() =>
    rmSync(scratch, { recursive: true, force: true }),
  )
  return faults
}

const unencodable = ({ file }: PictureFile, { message }: Error): Fault => ({
  code: 'picture-unencodable',
  message: `${file} cannot be published: ${message.trim().split('\n')[0]}`,
  hint: 'export the picture again as JPEG; if that does not help, save it smaller',
})

const nameOf = ({ picture, variant }: PictureJob): string => `${picture.digest} ${nameOfVariant(variant)}`

type Original = { readonly picture: PictureFile; readonly variants: readonly Variant[] }

/** The same picture may lie beside two stories. */
const byOriginal = (jobs: readonly PictureJob[]): readonly Original[] => {
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
