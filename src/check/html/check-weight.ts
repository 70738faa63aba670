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

/** As good as the good one to some bytes in a thousand, and many times as fast where a page is short. */
const quick = 6

/** A fifth heavier, in a quarter of the quick one's time: most pages need no other. */
const hasty = 1

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

/** From this part of its limit on a page is said to be near it: so that nobody is surprised on the night on which it grows. */
const nearness = 0.85

/**
 * `limit` in bytes. Compressing takes longer than all other checks, so it is left out where the upper bound is within the
 * limit, though what cannot be compressed could be near it then, and done in haste first.
 */
export const checkWeight = (html: string, limit: number): readonly PageFault[] => {
  const near = limit * nearness
  if (upperBound(html) <= limit || weigh(html, hasty) <= near || weigh(html, quick) <= near) return []
  const weight = weightNear(html, limit)
  if (weight > limit) return [heavy(weight, limit)]
  return weight > near ? [nearLimit(weight, limit)] : []
}

const heavy = (weight: number, limit: number): PageFault => ({
  code: 'page-heavy',
  message: `the page weighs ${weight} bytes as it is sent to readers (compressed), over the limit of ${limit}`,
  hint: `shorten the page, or allow more in _data/site.yaml, such as weight: ${inThousands(weight)}`,
  offset: 0,
  isOfAll: true,
})

const nearLimit = (weight: number, limit: number): PageFault => ({
  severity: 'warning',
  code: 'page-near-weight',
  message: `the page weighs ${weight} bytes as it is sent to readers (compressed), ${Math.floor((weight / limit) * 100)} % of the limit of ${limit}`,
  hint: `before it grows over it, shorten the page, or allow more in _data/site.yaml, such as weight: ${inThousands(limit / nearness)}`,
  offset: 0,
  isOfAll: true,
})

const inThousands = (bytes: number): number => Math.ceil(bytes / 1000) * 1000
