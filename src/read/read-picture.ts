// A picture file as its header describes it, or what is wrong with it.

import { statSync } from 'node:fs'
import { imageSize } from 'image-size'
import type { Fault } from '../domain/problem.ts'
import { isLfsPointer, lfsPointer } from '../media/lfs-pointer.ts'
import { digestOf } from '../system/digest.ts'
import { isFile, readBytes } from '../system/files.ts'
import { missingFile } from './find-similar-file.ts'
import { nameFormat } from './name-format.ts'

export type PictureHead = {
  /** Of the file. */
  readonly digest: string
  readonly format: PictureFormat
  /** CSS pixels, the right way up. */
  readonly width: number
  readonly height: number
  /** Of the file. */
  readonly bytes: number
}

type PictureFormat = 'svg' | 'png' | 'jpg' | 'gif' | 'webp' | 'avif'

const formats: Readonly<Record<PictureFormat, { readonly name: string; readonly ending: RegExp }>> = {
  svg: { name: 'an SVG', ending: /\.svg$/i },
  png: { name: 'a PNG', ending: /\.png$/i },
  jpg: { name: 'a JPEG', ending: /\.jpe?g$/i },
  gif: { name: 'a GIF', ending: /\.gif$/i },
  webp: { name: 'a WebP', ending: /\.webp$/i },
  avif: { name: 'an AVIF', ending: /\.avif$/i },
}

/** Far more than any camera of a newsroom makes; a small file may claim billions of pixels. */
export const mostPictureBytes = 30_000_000
export const mostPixels = 80_000_000
/** Across or down: what libjpeg makes and reads. */
export const mostAcross = 65_500

/** `file` is how the fault names it. */
export const readPicture = (path: string, file: string): PictureHead | Fault => {
  if (!isFile(path)) return missing(path, file)
  const { size } = statSync(path)
  if (size > mostPictureBytes) return tooHeavy(file, size)
  return readPictureBytes(readBytes(path), file)
}

const tooHeavy = (file: string, size: number): Fault => huge(file, `${Math.ceil(size / 1_000_000)} MB`)

/** Of a picture that is in no file yet. */
export const readPictureBytes = (bytes: Buffer, file: string): PictureHead | Fault => {
  if (bytes.length > mostPictureBytes) return tooHeavy(file, bytes.length)
  const head = sizeOf(bytes)
  if (head === null) return unreadable(bytes.subarray(0, headBytes), file)
  const { format, width, height } = head
  if (!formats[format].ending.test(file)) return misnamed(file, format)
  if (format !== 'svg' && width * height > mostPixels)
    return huge(file, `${Math.ceil((width * height) / 1_000_000)} million pixels`)
  if (format !== 'svg' && Math.max(width, height) > mostAcross) return long(file, width, height)
  return { digest: digestOf(bytes), format, width, height, bytes: bytes.length }
}

const sizeOf = (bytes: Uint8Array): Pick<PictureHead, 'format' | 'width' | 'height'> | null => {
  try {
    const { width, height, type = '', orientation = 1 } = imageSize(bytes)
    if (!isPictureFormat(type) || !(width > 0) || !(height > 0)) return null
    const isTurned = orientation >= 5
    return isTurned
      ? { format: type, width: height, height: width }
      : { format: type, width: Math.round(width), height: Math.round(height) }
  } catch {
    return null
  }
}

const isPictureFormat = (type: string): type is PictureFormat => Object.hasOwn(formats, type)

const missing = (path: string, file: string): Fault => ({
  code: 'picture-missing',
  ...missingFile(path, file, 'add the picture, or correct its name'),
})

/** Enough to tell formats apart; a drawing may begin with long comments. */
const headBytes = 2048

const unreadable = (head: Buffer, file: string): Fault => {
  if (isLfsPointer(head)) return lfsPointer(file)
  const format = nameFormat(head, file)
  return {
    code: 'picture-unreadable',
    message: `${file} is ${format?.name ?? 'not in a picture format that browsers show'}`,
    hint: format?.advice ?? 'save it as JPEG, PNG, WebP, AVIF, GIF, or SVG with a width and a height',
  }
}

const misnamed = (file: string, format: PictureFormat): Fault => ({
  code: 'picture-misnamed',
  message: `${file} is ${formats[format].name} but has another ending`,
  hint: `rename it to ${file
    .split('/')
    .at(-1)
    ?.replace(/(?:\.[^.]*)?$/, `.${format}`)}`,
})

const huge = (file: string, size: string): Fault => ({
  code: 'picture-huge',
  message: `${file} is too large: ${size}`,
  hint: `save it smaller: ${mostPictureBytes / 1_000_000} MB and ${mostPixels / 1_000_000} million pixels at most`,
})

const long = (file: string, width: number, height: number): Fault => ({
  code: 'picture-huge',
  message: `${file} is ${width} by ${height} pixels: no side may have more than ${mostAcross}`,
  hint: 'save it smaller, or cut it into several pictures',
})
