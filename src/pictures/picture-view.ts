// A picture as layouts and markdown show it, by its place on a page.

import type { LeadPicture, PictureFile } from '../domain/story.ts'
import { pathAsItIs, pathOfVariant, urlOfPath } from './picture-outputs.ts'
import { isPlain, type Variant, variantsOf } from './variants.ts'

export type PictureView = {
  /** For <source>, the best format first; empty when there is only the one file. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[]
  /** Of what every browser can show: JPEG, PNG where something shows through, or the file as it is. */
  readonly url: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** Classes for the colour behind it until it is there, "r5 g2 b6"; null where that would show through, or is not known. */
  readonly tone: string | null
  /** Whether something may show through: black lines would vanish on a dark page. */
  readonly isClear: boolean
}

/** A lead with all that a page says of it. */
export type LeadView = PictureView & {
  readonly alt: string
  readonly credit: string
  readonly caption: string | null
  /** Cut to 16:9, 4:3 and 1:1, as far as it is large enough: for search engines. */
  readonly crops: readonly CropView[]
  /** What is shown where the story is shared: the widest of the crops, or the whole; null for SVG, which few show. */
  readonly share: (CropView & { readonly alt: string }) | null
}

type CropView = { readonly url: string; readonly width: number; readonly height: number }

/** As a card has it: no wider than this, in pixels. */
const widestOnCard = 640

export const viewInText = (picture: PictureFile): PictureView => viewOf(picture, variantsOf(picture, 'body'))

export const viewOnCard = (picture: PictureFile): PictureView => {
  const uncropped = variantsOf(picture, 'lead').filter(({ crop }) => crop === null)
  const small = uncropped.filter(({ width }) => width <= widestOnCard)
  // Of an original between two widths only itself may be left.
  return viewOf(picture, small.some(isPlain) ? small : uncropped)
}

/** Of a person: small, so that no colour stands in for it. */
export const viewOfFace = (picture: PictureFile): PictureView => ({
  ...viewOf(picture, variantsOf(picture, 'face')),
  tone: null,
})

/** At the top of a page. */
export const viewUncropped = (picture: PictureFile): PictureView =>
  viewOf(
    picture,
    variantsOf(picture, 'lead').filter(
      ({ crop, width }) => crop === null && width >= Math.min(widestOnCard, picture.width),
    ),
  )

export const viewOfLead = (picture: LeadPicture): LeadView => {
  const { alt, credit, caption } = picture
  const crops = variantsOf(picture, 'lead')
    .filter(({ crop }) => crop !== null)
    .map(crop => cropView(picture, crop))
  const view = viewUncropped(picture)
  const { url, width, height } = view
  const share = /\.svg$/i.test(url) ? null : { ...(crops[0] ?? { url, width, height }), alt }
  return { ...view, alt, credit, caption, crops, share }
}

/** A lead as feeds have it: one file, which every reader can show, and a small one. */
export type FeedPicture = Pick<LeadView, 'url' | 'width' | 'height' | 'alt' | 'credit' | 'caption'> & {
  /** How many the file at `url` has. */
  readonly bytes: number
  readonly small: CropView
}

export const viewInFeed = (picture: LeadPicture): FeedPicture => {
  const { alt, credit, caption, bytes } = picture
  const { url, width, height } = viewUncropped(picture)
  const { url: smallUrl, width: smallWidth, height: smallHeight } = viewOnCard(picture)
  const small = { url: smallUrl, width: smallWidth, height: smallHeight }
  return { url, width, height, alt, credit, caption, bytes, small }
}

const viewOf = (picture: PictureFile, variants: readonly Variant[]): PictureView => {
  const { width, height, pixels } = picture
  const isClear = !picture.isOpaque
  const fallback = variants.findLast(isPlain)
  if (pixels === null || fallback === undefined)
    return { sources: [], url: urlOfPath(pathAsItIs(picture)), width, height, tone: null, isClear }
  const urlOf = (variant: Variant) => urlOfPath(pathOfVariant(picture, variant))
  const sources = (['avif', 'webp'] as const).flatMap(format => {
    const of = variants.filter(variant => variant.format === format)
    const srcset = of.map(variant => `${urlOf(variant)} ${variant.width}w`).join(', ')
    return of.length === 0 ? [] : [{ type: `image/${format}`, srcset }]
  })
  return {
    sources,
    url: urlOf(fallback),
    width: fallback.width,
    height: fallback.height,
    tone: isClear ? null : toneOf(pixels.colour),
    isClear,
  }
}

/** "#a5c" → "r5 g2 b6": eight steps of each. */
const toneOf = (colour: string): string =>
  ['r', 'g', 'b'].map((name, at) => `${name}${Number.parseInt(colour[at + 1] ?? '0', 16) >> 1}`).join(' ')

const cropView = (picture: PictureFile, variant: Variant): CropView => ({
  url: urlOfPath(pathOfVariant(picture, variant)),
  width: variant.width,
  height: variant.height,
})
