// Where a picture and what is made of it stand in the published folder: under a name that changes with the content.

import { hashedMedia } from '../domain/site-addresses.ts'
import { isAmongStories, isStatic, pathInStatic, pathInStories, storyFolder } from '../domain/site-paths.ts'
import type { PictureFile, Story } from '../domain/story.ts'
import { keyOf } from './encoding-settings.ts'
import { nameOfVariant, type Use, type Variant, variantsOf } from './variants.ts'

export type PictureOutput = {
  readonly picture: PictureFile
  /** Relative to the published folder. */
  readonly to: string
  /** Null for the file as it is. */
  readonly variant: Variant | null
}

type PublishedFile = Pick<PictureFile, 'file' | 'digest' | 'strippedDigest'>

/** What pages show of it. A drawing of content/static/ is published there with or without a story. */
export const pictureOutputs = (picture: PictureFile, use: Use): readonly PictureOutput[] => {
  if (picture.pixels !== null)
    return variantsOf(picture, use).map(variant => ({
      picture,
      to: pathOfVariant(picture, variant),
      variant,
    }))
  return isStatic(picture.file) ? [] : [{ picture, to: pathAsItIs(picture), variant: null }]
}

/** Every picture of a story with what its pages show of it. One that leads and stands in the text is there twice. */
export const outputsOfStory = ({ image, pictures }: Story): readonly PictureOutput[] => [
  ...(image ? pictureOutputs(image, 'lead') : []),
  ...pictures.flatMap(picture => pictureOutputs(picture, 'body')),
]

/** Where a link finds the original of a story's picture: "media/2024/10/24/harbour.jpg". */
export const originalPath = (file: string): string => `media/${pathInStories(file)}`

/** The other way round; null for a path that can be no picture's. */
export const originalOf = (path: string): string | null => {
  const file = /^\/media\/(\d{4}\/\d\d\/\d\d\/.*\.(?:svg|png|jpe?g|gif|webp|avif))$/i.exec(path)?.[1]
  return file === undefined ? null : `${storyFolder}/${file}`
}

/** "media/hashed/2024/10/24/harbour-1f0b3a9c-640.avif". */
export const pathOfVariant = (picture: PictureFile, variant: Variant): string =>
  `${stem(picture)}-${fingerprint(keyOf(picture.digest))}-${nameOfVariant(variant)}`

/** A static file's own place, where it is published in any case; else "media/hashed/2024/10/24/map-1f0b3a9c.svg". */
export const pathAsItIs = (picture: PublishedFile): string =>
  isStatic(picture.file)
    ? pathInStatic(picture.file)
    : `${stem(picture)}-${fingerprint(picture.strippedDigest ?? picture.digest)}${endingOf(picture.file)}`

/** "media/a b,c.svg" → "/media/a%20b%2Cc.svg": a comma would part what stands in a srcset. */
export const urlOfPath = (path: string): string => `/${encodeURI(path).replaceAll(',', '%2C')}`

const fingerprint = (digest: string): string => digest.slice(0, 8)

const stem = ({ file }: PublishedFile): string => {
  const path = isAmongStories(file) ? pathInStories(file) : `static/${pathInStatic(file)}`
  return `${hashedMedia.slice(1)}${path.slice(0, path.length - endingOf(file).length)}`
}

const endingOf = (file: string): string => /\.[^./]*$/.exec(file)?.[0] ?? ''
