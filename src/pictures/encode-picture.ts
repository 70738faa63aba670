// Makes the variants of one picture, by eleventy-img.

import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { mostPixels } from '../read/read-picture.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { encodingSettings } from './encoding-settings.ts'
import { loadSharp } from './load-sharp.ts'
import type { Variant } from './variants.ts'

export type Encoding = {
  readonly original: Uint8Array
  readonly isOpaque: boolean
  readonly kind: keyof typeof encodingSettings
  readonly variants: readonly Variant[]
  /** How many of them are under way at once: each takes 100 MB and a core. */
  readonly atOnce: number
  /** Where a file may stand meanwhile. */
  readonly scratch: string
  /** Called with each variant as soon as it is done. */
  readonly keep: (variant: Variant, content: Uint8Array) => void
}

export type EncodePicture = (encoding: Encoding) => Promise<void>

/** Node gives so many threads to work of this kind. */
export const mostAtOnce = 4

export const loadEncoder = async (): Promise<EncodePicture> => {
  const sharp = await loadSharp()
  const { default: makePictures } = await import('@11ty/eleventy-img')
  sharp.concurrency(Math.ceil(availableParallelism() / mostAtOnce))

  const encode = async (
    file: string,
    kind: Encoding['kind'],
    { format, width, height, crop }: Variant,
  ): Promise<Uint8Array> => {
    const made = await makePictures(file, {
      formats: [format],
      widths: [width],
      dryRun: true,
      useCache: false,
      sharpAvifOptions: encodingSettings[kind].avif,
      sharpWebpOptions: encodingSettings[kind].webp,
      sharpJpegOptions: encodingSettings[kind].jpeg,
      sharpPngOptions: encodingSettings[kind].png,
      transform: picture => {
        picture.resize(
          width,
          height,
          crop === null ? { fit: 'fill' } : { fit: 'cover', position: 'attention' },
        )
        if (format === 'jpeg') picture.flatten({ background: 'white' })
      },
    })
    const buffer = made[format]?.[0]?.buffer
    if (buffer === undefined) throw new Error(`eleventy-img made no ${format}`)
    return buffer
  }

  return async ({ original, isOpaque, kind, variants, atOnce, scratch, keep }) => {
    // Once for all: the right way up, in sRGB, without what the camera noted, and no larger than the largest of them.
    const whole = sharp(original, { failOn: 'error', limitInputPixels: mostPixels })
      .rotate()
      .resize({
        width: Math.max(...variants.map(({ width }) => width)),
        height: Math.max(...variants.map(({ height }) => height)),
        fit: 'outside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
      .tiff({ compression: 'none' })
    try {
      await (isOpaque ? whole.removeAlpha() : whole).toFile(scratch)
      await fewAtATime(atOnce, longestFirst(variants), async variant =>
        keep(variant, await encode(scratch, kind, variant)),
      )
    } finally {
      rmSync(scratch, { force: true })
    }
  }
}

/** So that no core waits for the last one. */
const longestFirst = (variants: readonly Variant[]): readonly Variant[] =>
  variants.toSorted((one, other) => workIn(other) - workIn(one))

const workIn = ({ format, width, height }: Variant): number => width * height * (format === 'avif' ? 3 : 1)
