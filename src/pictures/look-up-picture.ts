// What is known of a picture file when a story that shows it is checked; what nobody has looked at yet is noted.

import { join } from 'node:path'
import type { Audience } from '../domain/audience.ts'
import type { PictureFile } from '../domain/story.ts'
import { type PictureFault, type PictureHead, readPicture } from '../read/read-picture.ts'
import { digestOf } from '../system/digest.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { readBytes, readText } from '../system/files.ts'
import { keyOf } from './encoding-settings.ts'
import { createPictureCache } from './picture-cache.ts'
import type { PictureFacts } from './picture-facts.ts'

export type KnownPicture = Pick<PictureFile, 'digest' | 'width' | 'height' | 'pixels'>

/** `file` is relative to the site's root. */
export type LookUpPicture = (file: string) => KnownPicture | PictureFault

export type PictureLookup = {
  readonly lookUp: LookUpPicture
  /** Looks at the pictures that were asked for and not known: then they can be looked up, or it is known what is wrong. */
  readonly inspectPending: () => Promise<void>
}

const uninspected: PictureFault = {
  code: 'picture-unseen',
  message: 'this picture has not been inspected yet',
  hint: 'build again',
}

/** Whether a story only waits for somebody to look at its pictures. */
export const isUninspected = ({ code }: { readonly code: string }): boolean => code === uninspected.code

/** For one build: a file is read once. `lastSeen`: the picture at a file as the last publish for this audience had it. */
export const createPictureLookup = (
  root: string,
  audience: Audience,
  lastSeen: (file: string) => PictureFile | undefined = () => undefined,
): PictureLookup => {
  const cache = createPictureCache(root)
  const known = new Map<string, KnownPicture | PictureFault>()
  /** Digests by file. */
  const waiting = new Map<string, string>()

  const lookUp = (file: string): KnownPicture | PictureFault => {
    const there = known.get(file)
    if (there) return there
    const head = readPicture(join(root, file), file)
    const sight = 'code' in head ? head : sightOf(head, lastSeen(file))
    if (sight === uninspected && 'digest' in head) waiting.set(file, head.digest)
    else known.set(file, sight)
    return sight
  }
  const sightOf = (head: PictureHead, before: PictureFile | undefined): KnownPicture | PictureFault => {
    const { digest, form, width, height } = head
    if (form === 'svg') return { digest, width, height, pixels: null }
    if (before?.digest === digest)
      return { digest, width: before.width, height: before.height, pixels: before.pixels }
    const facts = readFacts(digest)
    if (facts === null) return uninspected
    const { isOpaque, colour, isMoving, ...size } = facts
    // The preview shows originals: nobody waits for an encoder at a save.
    const isAsItIs = isMoving || !audience.encodesPictures
    return { digest, ...size, pixels: isAsItIs ? null : { isOpaque, colour } }
  }
  const readFacts = (digest: string): PictureFacts | null => {
    const kept = cache.find(keyOf(digest), factsName)
    return kept && JSON.parse(readText(join(root, kept.file)) ?? '')
  }

  return {
    lookUp,
    inspectPending: async () => {
      const { inspectPicture } = await import('./inspect-picture.ts')
      const files = [...waiting]
      waiting.clear()
      await fewAtATime(atOnce, files, async ([file, digest]) => {
        const bytes = readBytes(join(root, file))
        // One that was changed meanwhile is not the one that was asked for.
        if (digestOf(bytes) !== digest) return
        const facts = await inspectPicture(bytes, file)
        if ('code' in facts) known.set(file, facts)
        else cache.keep(keyOf(digest), factsName, JSON.stringify(facts))
      })
    },
  }
}

/** As many as Node has threads for. */
const atOnce = 4

const factsName = 'facts.json'
