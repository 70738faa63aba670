// Makes the variants of one picture, by eleventy-img.

import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { mostPixels } from '../read/read-picture.ts'
import { fewAtATime } from '../system/few-at-a-time.ts'
import { encodingSettings } from './encoding-settings.ts'
import { loadSharp, type Sharp } from './load-sharp.ts'
import type { Variant } from './variants.ts'

type EncodingJob = {
  readonly original: Uint8Array
  readonly isOpaque: boolean
  readonly settings: keyof typeof encodingSettings
  readonly variants: readonly Variant[]
  /** What it is decoded to. */
  readonly size: { readonly width: number; readonly height: number }
  /** How many of them are under way at once: each takes a core and much memory. */
  readonly atOnce: number
  /** Where a file may stand meanwhile. */
  readonly scratch: string
  /** Called with each variant as soon as it is done. */
  readonly keep: (variant: Variant, content: Uint8Array) => void
}

/** Node gives so many threads to work of this kind. */
export const mostAtOnce = 4

export const loadEncoder = async (): Promise<(job: EncodingJob) => Promise<void>> => {
  const sharp = await loadSharp()
  const { default: makePictures } = await import('@11ty/eleventy-img')
  sharp.concurrency(Math.ceil(availableParallelism() / mostAtOnce))
  return async job => {
    const { settings, variants, atOnce, scratch, keep } = job
    try {
      for (const variant of variants.filter(({ isOnGround }) => isOnGround))
        keep(variant, await setOnGround(sharp, job.original, variant).catch(nameVariant(variant)))
      const cut = variants.filter(({ isOnGround }) => !isOnGround)
      if (cut.length === 0) return
      await decode(sharp, job)
      await fewAtATime(atOnce, longestFirst(cut), async variant =>
        keep(variant, await encode(makePictures, scratch, settings, variant).catch(nameVariant(variant))),
      )
    } finally {
      rmSync(scratch, { force: true })
    }
  }
}

/** Once for all variants: the right way up, in sRGB, without what the camera noted, no larger than they can be. */
const decode = async (sharp: Sharp, { original, isOpaque, size, scratch }: EncodingJob): Promise<void> => {
  const decoded = sharp(original, { failOn: 'error', limitInputPixels: mostPixels })
    .rotate()
    .resize({
      ...size,
      fit: 'outside',
      withoutEnlargement: true,
    })
    .toColourspace('srgb')
    .tiff({ compression: 'none' })
  await (isOpaque ? decoded.removeAlpha() : decoded).toFile(scratch)
}

/** The encoders say neither which file nor which size. */
const nameVariant =
  ({ format, width, height }: Variant) =>
  (error: unknown): never => {
    const [reason = ''] = (error as Error).message.trim().split('\n')
    throw new Error(
      `no ${format.toUpperCase()} of ${width} by ${height} pixels can be made of it (${reason})`,
    )
  }

/** How much of the ground it may take, across and down. */
const mostOfGround = 0.8

/** A logo may be a drawing, which has as many pixels as are asked for. */
const setOnGround = async (
  sharp: Sharp,
  original: Uint8Array,
  { width, height }: Variant,
): Promise<Uint8Array> => {
  const room = { width: Math.round(width * mostOfGround), height: Math.round(height * mostOfGround) }
  const { format, width: across = 1, height: down = 1 } = await sharp(original).metadata()
  const isDrawn = format === 'svg'
  const scale = Math.min(room.width / across, room.height / down)
  const density = isDrawn ? Math.min(Math.max(1, 72 * scale), 10_000) : 72
  const logo = await sharp(original, { failOn: 'error', limitInputPixels: mostPixels, density })
    .rotate()
    .resize({ ...room, fit: 'inside', withoutEnlargement: !isDrawn })
    .toColourspace('srgb')
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite([{ input: logo }])
    .jpeg(encodingSettings.graphic.jpeg)
    .toBuffer()
}

const encode = async (
  makePictures: typeof import('@11ty/eleventy-img'),
  file: string,
  settings: EncodingJob['settings'],
  { format, width, height, crop }: Variant,
): Promise<Uint8Array> => {
  const { avif, webp, jpeg, png } = encodingSettings[settings]
  const fit = crop === null ? ({ fit: 'fill' } as const) : ({ fit: 'cover', position: 'attention' } as const)
  const made = await makePictures(file, {
    formats: [format],
    widths: [width],
    dryRun: true,
    useCache: false,
    sharpAvifOptions: avif,
    sharpWebpOptions: webp,
    sharpJpegOptions: jpeg,
    sharpPngOptions: png,
    transform: picture => {
      picture.resize(width, height, fit)
      if (format === 'jpeg') picture.flatten({ background: 'white' })
    },
  })
  const buffer = made[format]?.[0]?.buffer
  if (buffer === undefined) throw new Error(`eleventy-img made no ${format}`)
  return buffer
}

/** So that no core waits for the last one. */
const longestFirst = (variants: readonly Variant[]): readonly Variant[] =>
  variants.toSorted((one, other) => workIn(other) - workIn(one))

const workIn = ({ format, width, height }: Variant): number => width * height * (format === 'avif' ? 3 : 1)
