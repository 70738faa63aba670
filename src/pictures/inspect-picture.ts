// Decodes a picture to its end: a damaged one is found here, before anything is published.
//
// A story that shows a picture which nobody has looked at fails its check with `picture-unseen`; the pictures
// of all such stories are inspected, and the stories checked again (`validate/story/inspect-pictures.ts`). So
// a damaged picture is a problem with its line like any other.

import type { Fault } from '../domain/problem.ts'
import { mostPixels } from '../read/read-picture.ts'
import { isMovingPng } from './is-moving-png.ts'
import { loadSharp, type Sharp } from './load-sharp.ts'
import type { DecodedFacts } from './picture-facts.ts'

/** `file` is how the fault names it. */
export const inspectPicture = async (bytes: Uint8Array, file: string): Promise<DecodedFacts | Fault> => {
  const sharp = await loadSharp()
  try {
    return await factsOf(sharp, bytes)
  } catch (error) {
    return {
      code: 'picture-corrupt',
      message: `${file} is damaged: ${(error as Error).message.trim().split('\n')[0]}`,
      hint: 'export the picture again, or copy it again from its source',
    }
  }
}

const factsOf = async (sharp: Sharp, bytes: Uint8Array): Promise<DecodedFacts> => {
  const decode = () => sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
  const { width = 0, height = 0, orientation = 1, pages = 1, hasAlpha = false } = await decode().metadata()
  const sample = await decode()
    .rotate()
    // Every so many pixels, as they are: averages differ from processor to processor.
    .resize(sampled, sampled, { kernel: 'nearest', fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { dominant } = await sharp(sample.data, { raw: sample.info }).stats()
  const isMoving = pages > 1 || isMovingPng(bytes)
  const isTurned = orientation >= 5
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    isMoving,
    // Of what moves only the first frame is decoded.
    isOpaque: !hasAlpha || (!isMoving && (await decode().stats()).isOpaque),
    colour: `#${[dominant.r, dominant.g, dominant.b].map(value => (value >> 4).toString(16)).join('')}`,
  }
}

/** Pixels across or down. */
const sampled = 128
