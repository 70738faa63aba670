// The picture for pages that are shared and have none: the one that site.yaml names, else one made from the logo.

import { reportNothing } from '../../domain/event.ts'
import type { SharePicture, Site } from '../../domain/newsroom.ts'
import { errorAt, type Fault, type Location, locationInText, type Problem } from '../../domain/problem.ts'
import { staticFileOf } from '../../domain/site-paths.ts'
import type { PictureFile } from '../../domain/story.ts'
import { encodePictures } from '../../pictures/encode-pictures.ts'
import { isUninspected, type PictureLookup } from '../../pictures/look-up-picture.ts'
import { isLargeEnough, jobOfSharePicture, sharePictureOf } from '../../pictures/share-picture.ts'
import { readSource, type SourceFile } from '../../read/read-source.ts'

export type FoundSharePicture = {
  readonly sharePicture: SharePicture | null
  readonly problems: readonly Problem[]
}

type Call = {
  /** Absolute. */
  readonly root: string
  readonly site: Site
  /** site.yaml, to show the line. */
  readonly source: SourceFile
  readonly pictures: PictureLookup
}

/** Encodes it, unless it was encoded before. */
export const findSharePicture = async (call: Call): Promise<FoundSharePicture> => {
  const { shareImage, logo } = call.site
  if (shareImage !== null) return fromFile(call, shareImage)
  return logo === null ? nothing : fromLogo(call, logo)
}

const nothing: FoundSharePicture = { sharePicture: null, problems: [] }

const fromFile = async (
  call: Call,
  { src, alt }: { src: string; alt: string },
): Promise<FoundSharePicture> => {
  const location = locationIn(call.source, 'shareImage', src)
  const fail = (fault: Fault) => ({ sharePicture: null, problems: [errorAt(location, fault)] })
  const picture = await lookUp(call, src)
  if ('code' in picture) return fail(picture)
  if (picture.pixels === null) return fail(unsuitable(src))
  const sharePicture = sharePictureOf(picture, false, alt)
  const fault = await encode(call, sharePicture)
  if (fault !== null) return fail(fault)
  return {
    sharePicture,
    problems: isLargeEnough(picture) ? [] : [{ ...small(src, picture), severity: 'warning', location }],
  }
}

/** A missing logo is the business of the pages that link to it. */
const fromLogo = async (call: Call, logo: string): Promise<FoundSharePicture> => {
  const location = locationIn(call.source, 'logo', logo)
  const warn = (fault: Fault): FoundSharePicture => ({
    sharePicture: null,
    problems: [{ ...fault, severity: 'warning', location }],
  })
  const picture = await lookUp(call, logo)
  if ('code' in picture)
    return picture.code === 'picture-missing' ? nothing : warn(unusable(logo, picture.message))
  if (hasLetters(call.root, picture.file)) return warn(lettered(logo))
  const sharePicture = sharePictureOf(picture, true, call.site.name)
  const fault = await encode(call, sharePicture)
  return fault === null ? { sharePicture, problems: [] } : warn(unusable(logo, fault.message))
}

const lookUp = async ({ pictures }: Call, src: string): Promise<PictureFile | Fault> => {
  const file = staticFileOf(src)
  const first = pictures.lookUp(file)
  if ('code' in first && isUninspected(first)) await pictures.inspectPending()
  const found = 'code' in first ? pictures.lookUp(file) : first
  return 'code' in found ? found : { src, file, ...found }
}

const encode = async ({ root }: Call, picture: SharePicture): Promise<Fault | null> => {
  const { faults } = await encodePictures(root, [jobOfSharePicture(picture)], reportNothing)
  return faults[0]?.fault ?? null
}

/** Machines have other fonts: the letters of a drawing would differ from one to the next. */
const hasLetters = (root: string, file: string): boolean => {
  if (!/\.svg$/i.test(file)) return false
  const source = readSource(root, file)
  return source.ok && /<(?:[\w-]+:)?text[\s/>]/.test(source.value.text)
}

/** Where a field begins, or its value behind it. */
const locationIn = ({ file, text }: SourceFile, field: string, value: string): Location => {
  const start = Math.max(0, text.search(new RegExp(`^${field}:`, 'm')))
  const at = text.indexOf(value, start)
  return at === -1
    ? locationInText(file, text, start, field.length)
    : locationInText(file, text, at, value.length)
}

const unsuitable = (src: string): Fault => ({
  code: 'share-image-form',
  message: `${src} is a drawing or moves: few programs show that where a page is shared`,
  hint: 'save it as JPEG or PNG, 1200 by 630 pixels or more',
})

const small = (src: string, { width, height }: PictureFile): Fault => ({
  code: 'share-image-small',
  message: `${src} is ${width} by ${height} pixels: where pages are shared it will be shown small, or not at all`,
  hint: 'use a picture of 1200 by 630 pixels or more',
})

const unusable = (logo: string, reason: string): Fault => ({
  code: 'share-image-missing',
  message: `no picture for pages that are shared can be made of ${logo}: ${reason}`,
  hint: 'add a line such as: shareImage: { src: /share.jpg, alt: The harbour at dawn }',
})

const lettered = (logo: string): Fault =>
  unusable(logo, 'it has letters, which look different on machines with other fonts')
