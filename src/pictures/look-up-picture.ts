// What is known of a picture file when a story that shows it is checked; what nobody has looked at yet is noted.

import { join } from 'node:path'
import type { Audience } from '../domain/lifecycle.ts'
import type { PictureFile } from '../domain/story.ts'
import { type PictureFault, readPicture } from '../read/read-picture.ts'
import { digestOf } from '../system/digest.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { readBytes, readText } from '../system/files.ts'
import { createPictureCache } from './picture-cache.ts'
import type { PictureFacts } from './picture-facts.ts'
import { keyOf } from './recipe.ts'

export type PictureSight = Pick<PictureFile, 'digest' | 'width' | 'height' | 'pixels'>

/** `file` is relative to the site's root. */
export type LookUpPicture = (file: string) => PictureSight | PictureFault

export type PictureLookup = {
  readonly lookUp: LookUpPicture
  /** Looks at the pictures that were asked for and not known: then they can be looked up, or it is known what is wrong. */
  readonly lookAtUnseen: () => Promise<void>
}

const unseen: PictureFault = {
  code: 'picture-unseen',
  message: 'nobody has looked at this picture yet',
  hint: 'build again',
}

/** Whether a story only waits for somebody to look at its pictures. */
export const isUnseen = ({ code }: { readonly code: string }): boolean => code === unseen.code

export const createPictureLookup = (root: string, audience: Audience): PictureLookup => {
  const cache = createPictureCache(root)
  const waiting = new Map<string, string>()
  const broken = new Map<string, PictureFault>()
  const factsOf = (digest: string): PictureFacts | null => {
    const kept = cache.find(keyOf(digest), factsName)
    return kept && JSON.parse(readText(join(root, kept.file)) ?? '')
  }
  return {
    lookUp: file => {
      const head = readPicture(join(root, file), file)
      if ('code' in head) return head
      const { digest, form, width, height } = head
      if (form === 'svg') return { digest, width, height, pixels: null }
      const fault = broken.get(`${file} ${digest}`)
      if (fault) return fault
      const facts = factsOf(digest)
      if (facts === null) {
        waiting.set(file, digest)
        return unseen
      }
      // The preview shows originals: nobody waits for an encoder at a save.
      const isAsItIs = facts.isMoving || audience === 'editors'
      const { isOpaque, colour } = facts
      return {
        digest,
        width: facts.width,
        height: facts.height,
        pixels: isAsItIs ? null : { isOpaque, colour },
      }
    },
    lookAtUnseen: async () => {
      const { lookAtPicture } = await import('./look-at-picture.ts')
      const files = [...waiting]
      waiting.clear()
      await fewAtATime(atOnce, files, async ([file, digest]) => {
        const bytes = readBytes(join(root, file))
        // One that was changed meanwhile is not the one that was asked for.
        if (digestOf(bytes) !== digest) return
        const facts = await lookAtPicture(bytes, file)
        if ('code' in facts) broken.set(`${file} ${digest}`, facts)
        else cache.keep(keyOf(digest), factsName, JSON.stringify(facts))
      })
    },
  }
}

/** As many as Node has threads for. */
const atOnce = 4

const factsName = 'facts.json'
