// The weight of a page on its way to a reader: all of it but pictures, compressed by brotli.

import { brotliCompressSync, constants } from 'node:zlib'
import { remember } from '../../domain/remember.ts'
import type { PageFault } from '../page-fault.ts'

const weigh = (text: string, quality: number): number => {
  const bytes = Buffer.from(text)
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length
}

const best = constants.BROTLI_MAX_QUALITY

/** Little worse than the best, in a fiftieth of its time. */
const good = 9

/** In characters. A page that is longer and yet near its limit repeats itself, and the best quality finds nothing more in it. */
const longest = 500_000

/** All pages of a kind have the same sheets. */
const weightOfSheet = remember(100, (sheet: string) => weigh(sheet, best))

/** With its sheets compressed, each for itself, and all else as it is: no page weighs more. */
const upperBound = (html: string): number =>
  [...html.matchAll(/<style>[^<]*/g)].reduce(
    (weight, [sheet]) => weight - Buffer.byteLength(sheet) + weightOfSheet(sheet),
    Buffer.byteLength(html),
  )

/** By the best quality only where that may tell: no page gets half as light by it. */
const weightNear = (html: string, limit: number): number => {
  const weight = weigh(html, good)
  const isNear = weight > limit && weight <= 2 * limit && html.length <= longest
  return isNear ? weigh(html, best) : weight
}

/** `limit` in bytes. Compressing takes longer than all other checks, so it is left out where the upper bound is low enough. */
export const checkWeight = (html: string, limit: number): readonly PageFault[] => {
  if (upperBound(html) <= limit || weigh(html, 1) <= limit) return []
  const weight = weightNear(html, limit)
  if (weight <= limit) return []
  return [
    {
      code: 'page-heavy',
      message: `the page weighs ${weight} bytes as it is sent to readers (compressed), over the limit of ${limit}`,
      hint: `shorten the page, or allow more in _data/site.yaml, such as weight: ${Math.ceil(weight / 1000) * 1000}`,
      offset: 0,
      isOfAll: true,
    },
  ]
}
