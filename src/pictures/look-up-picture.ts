// Knows a picture file when a story that shows it is checked; a picture that nobody inspected yet is noted for later.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Audience } from '../domain/audience.ts'
import { reportNothing } from '../domain/event.ts'
import type { Fault } from '../domain/problem.ts'
import type { PictureFile } from '../domain/story.ts'
import { publishedMediaOf } from '../media/published-media.ts'
import { type PictureHead, readPicture } from '../read/read-picture.ts'
import { digestOf } from '../system/digest.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { readBytes, readText } from '../system/files.ts'
import { encodePictures, type PictureJob } from './encode-pictures.ts'
import { keyOf } from './encoding-settings.ts'
import { createPictureCache, type PictureCache } from './picture-cache.ts'
import type { DecodedFacts, PictureFacts } from './picture-facts.ts'
import { largestPlain } from './variants.ts'

export type KnownPicture = Omit<PictureFile, 'src' | 'file'>

/** `file` is relative to the site's root. */
export type LookUpPicture = (file: string) => KnownPicture | Fault

export type PictureLookup = {
  readonly lookUp: LookUpPicture
  /** Inspects the pictures that were asked for and not known: then they can be looked up, or have their fault. */
  readonly inspectPending: () => Promise<void>
}

const uninspected: Fault = {
  code: 'picture-unseen',
  message: 'this picture has not been inspected yet',
  hint: 'build again',
}

/** Whether a story only waits for its pictures to be inspected. */
export const isUninspected = ({ code }: { readonly code: string }): boolean => code === uninspected.code

/** For one build: a file is read once. `lastKnown`: the picture at a file as the last publish for this audience had it. */
export const createPictureLookup = (
  root: string,
  audience: Audience,
  lastKnown: (file: string) => PictureFile | undefined = () => undefined,
): PictureLookup => {
  const cache = createPictureCache(root)
  const known = new Map<string, KnownPicture | Fault>()
  /** Digests by file. */
  const pending = new Map<string, string>()
  const factsOf = (digest: string) => readFacts(root, cache, digest)

  return {
    lookUp: file => {
      const there = known.get(file)
      if (there) return there
      const head = readPicture(join(root, file), file)
      const unread = 'code' in head ? head : find(head, lastKnown(file), factsOf, audience)
      const found = unread && withPublishedDigest(join(root, file), file, unread)
      if (found) known.set(file, found)
      else if ('digest' in head) pending.set(file, head.digest)
      return found ?? uninspected
    },
    inspectPending: async () => {
      const { inspectPicture } = await import('./inspect-picture.ts')
      const files = [...pending]
      pending.clear()
      const seen: Inspected[] = []
      await fewAtATime(atOnce, files, async ([file, digest]) => {
        const bytes = readBytes(join(root, file))
        // One that was changed meanwhile is not the one that was asked for.
        if (digestOf(bytes) !== digest) return
        const facts = await inspectPicture(bytes, file)
        if ('code' in facts) known.set(file, facts)
        else seen.push({ file, digest, facts })
      })
      const sizes = audience.encodesPictures ? await encodePlain(root, seen) : new Map()
      for (const { file, digest, facts } of seen) {
        const plain = sizes.get(file) ?? null
        if (typeof plain === 'object' && plain !== null) known.set(file, plain)
        else keepFacts(cache, digest, { ...facts, plainBytes: plain })
      }
    },
  }
}

type Inspected = { readonly file: string; readonly digest: string; readonly facts: DecodedFacts }

/**
 * Encodes of each what feeds enclose, so that its size is known before anything is planned; its other variants follow
 * when they are to be published. By file: how many bytes it has, or why it cannot be made.
 */
const encodePlain = async (
  root: string,
  seen: readonly Inspected[],
): Promise<ReadonlyMap<string, number | Fault>> => {
  const jobs = seen.flatMap(({ file, digest, facts }): PictureJob[] => {
    const picture = { src: file, file, bytes: 0, ...knownBy(digest, facts) }
    const variant = largestPlain(picture)
    return variant === undefined ? [] : [{ picture, variant }]
  })
  const { find, faults } = await encodePictures(root, jobs, reportNothing)
  const unmade = new Map(faults.map(({ picture, fault }) => [picture.file, fault]))
  return new Map(
    jobs.map(job => {
      const { file } = job.picture
      return [file, unmade.get(file) ?? statSync(join(root, find(job).file)).size]
    }),
  )
}

/** Where nothing is known of the size in bytes. */
const knownBy = (
  digest: string,
  { width, height, isOpaque, colour, isMoving }: DecodedFacts,
): Omit<KnownPicture, 'bytes'> => ({ digest, width, height, isOpaque, pixels: isMoving ? null : { colour } })

/** As many as Node has threads for. */
const atOnce = 4

const factsName = 'facts.json'

const readFacts = (root: string, cache: PictureCache, digest: string): PictureFacts | null => {
  const kept = cache.find(keyOf(digest), factsName)
  return kept && JSON.parse(readText(join(root, kept.file)) ?? '')
}

const keepFacts = (cache: PictureCache, digest: string, facts: PictureFacts) =>
  cache.keep(keyOf(digest), factsName, JSON.stringify(facts))

/** Of one that is published as it is. */
const withPublishedDigest = (
  path: string,
  file: string,
  known: KnownPicture | Fault,
): KnownPicture | Fault => {
  if ('code' in known || known.pixels !== null) return known
  const published = publishedMediaOf(path, file)
  if ('code' in published) return published
  const { strippedDigest, bytes } = published
  return { ...known, bytes, ...(strippedDigest === undefined ? {} : { strippedDigest }) }
}

/** Null for a picture that was never inspected. */
const find = (
  { digest, format, width, height, bytes }: PictureHead,
  before: PictureFile | undefined,
  factsOf: (digest: string) => PictureFacts | null,
  { encodesPictures }: Audience,
): KnownPicture | null => {
  if (format === 'svg') return { digest, width, height, bytes, isOpaque: false, pixels: null }
  if (before?.digest === digest) {
    const { isOpaque, pixels } = before
    return { digest, width: before.width, height: before.height, bytes: before.bytes, isOpaque, pixels }
  }
  const facts = factsOf(digest)
  if (facts === null) return null
  const picture = knownBy(digest, facts)
  // The preview shows originals: nobody waits for an encoder at a save.
  if (!encodesPictures) return { ...picture, bytes, pixels: null }
  if (picture.pixels === null) return { ...picture, bytes }
  // Perhaps the preview looked at it.
  return facts.plainBytes == null ? null : { ...picture, bytes: facts.plainBytes }
}
