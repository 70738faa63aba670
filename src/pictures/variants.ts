// The smaller pictures that are made of one, by where it stands. Few: each is encoded, kept and uploaded.
//
// What a page shows of a picture follows from the original's digest, its size, whether anything shows through
// it, and its dominant colour: plain data in the story's row (`PictureFile`), known before anything is
// planned. This file lists what is made of it, `picture-outputs.ts` where that stands, `picture-view.ts` what
// layouts and markdown show; all three are pure.

import type { PictureFile } from '../domain/story.ts'
import { mostAcross } from '../read/read-picture.ts'
import { extensionOf, type Format } from './encoding-settings.ts'

/** Plain JSON. */
export type Variant = {
  readonly format: Format
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** The ratio that it is cut to, "16x9"; null for the whole picture. */
  readonly crop: string | null
  /** It is not cut: the whole picture stands on a white ground of that ratio. */
  readonly isOnGround?: true
  /** It is one of the small ones of a person. */
  readonly isFace?: true
}

/** `lead`: at the top of a story, on cards, before search engines. `body`: in a story's text. `face`: of a person, small and square. */
export type Use = 'lead' | 'body' | 'face'

/** Pixels across. A card is a third of a page, or all of a phone's; a lead at most all of a large screen. */
const widths: Readonly<
  Record<Exclude<Use, 'face'>, Readonly<Record<'avif' | 'webp' | 'fallback', readonly number[]>>>
> = {
  lead: { avif: [320, 640, 1280, 1920], webp: [640, 1280], fallback: [640, 1280] },
  body: { avif: [640, 1280], webp: [640, 1280], fallback: [1280] },
}

/** Google asks for these ratios, for 50,000 pixels at least, and for 1,200 across where large previews are wanted. */
const crops: readonly (readonly [across: number, down: number])[] = [
  [16, 9],
  [4, 3],
  [1, 1],
]
const widestCrop = 1200
const fewestPixels = 50_000

/** None for a picture that is published as it is. */
export const variantsOf = (picture: PictureFile, use: Use): readonly Variant[] => {
  if (picture.pixels === null) return []
  const fallback = picture.isOpaque ? 'jpeg' : 'png'
  if (use === 'face') return facesOf(picture, fallback)
  const { avif, webp, fallback: plain } = widths[use]
  return [
    ...scaled(picture, 'avif', avif),
    ...scaled(picture, 'webp', webp),
    ...scaled(picture, fallback, plain),
    ...(use === 'lead' ? cropsOf(picture) : []),
  ]
}

/** Pixels across: twice what pages show, for screens that have as many. Smaller than others, and square. */
const faceWidths = { small: 112, large: 224 }

const facesOf = ({ width, height }: PictureFile, fallback: 'jpeg' | 'png'): readonly Variant[] => {
  const face = (format: Format, wanted: number): Variant => {
    const across = Math.min(wanted, width, height)
    return { format, width: across, height: across, crop: '1x1', isFace: true }
  }
  const [small, large] = [face('avif', faceWidths.small), face('avif', faceWidths.large)]
  return [...(small.width === large.width ? [] : [small]), large, face(fallback, faceWidths.large)]
}

/** What feeds enclose, and what is shown where nothing smaller can be: the largest that every browser shows. */
export const largestPlain = (picture: PictureFile): Variant | undefined =>
  variantsOf(picture, 'lead').findLast(variant => variant.crop === null && isPlain(variant))

export const isPlain = ({ format }: Variant): boolean => format === 'jpeg' || format === 'png'

/**
 * How large a picture must be for all that may be made of it, wherever it stands: it is decoded to this size, so that a
 * variant has the same bytes whether others are made with it or not.
 */
export const decodedSize = (picture: PictureFile): { readonly width: number; readonly height: number } => {
  const variants = variantsOf(picture, 'lead')
  return {
    width: Math.max(...variants.map(({ width }) => width)),
    height: Math.max(...variants.map(({ height }) => height)),
  }
}

/** "640.avif", "16x9.jpg", "face-112.avif" */
export const nameOfVariant = ({ format, width, crop, isOnGround, isFace }: Variant): string =>
  `${isFace ? `face-${width}` : (crop ?? width)}${isOnGround ? '-whole' : ''}.${extensionOf(format)}`

/**
 * The most pixels across or down that an encoder takes. A longer picture than JPEG can be is refused when
 * it is read (`mostAcross`), so that there is always one that every browser shows.
 */
const mostAcrossIn: Readonly<Record<Format, number>> = {
  avif: 16_384,
  webp: 16_383,
  jpeg: mostAcross,
  png: mostAcross,
}

const scaled = (picture: PictureFile, format: Format, wanted: readonly number[]): readonly Variant[] =>
  fitting(picture.width, wanted)
    .map(width => ({
      format,
      width,
      height: Math.max(1, Math.round((width * picture.height) / picture.width)),
      crop: null,
    }))
    .filter(({ width, height }) => Math.max(width, height) <= mostAcrossIn[format])

/** Never wider than the original, and none that is nearly as wide as that. */
const fitting = (original: number, wanted: readonly number[]): readonly number[] => {
  const smaller = wanted.filter(width => width <= original)
  if (smaller.length === wanted.length) return smaller
  return [...smaller.filter(width => original >= width * 1.25), original]
}

const cropsOf = ({ width, height }: PictureFile): readonly Variant[] =>
  crops
    .map(([across, down]): Variant => {
      const cut = Math.min(widestCrop, width, Math.floor((height * across) / down))
      const tall = Math.round((cut * down) / across)
      return { format: 'jpeg', width: cut, height: Math.min(tall, height), crop: `${across}x${down}` }
    })
    .filter(crop => crop.width * crop.height >= fewestPixels)
