// A picture file as its header describes it, or what is wrong with it.

import { statSync } from 'node:fs'
import { imageSize } from 'image-size'
import { digestOf } from '../system/digest.ts'
import { isFile, readBytes } from '../system/files.ts'

export type PictureHead = {
  /** Of the file. */
  readonly digest: string
  readonly form: Form
  /** CSS pixels, the right way up. */
  readonly width: number
  readonly height: number
}

/** What is wrong with a picture, in the words of a problem. */
export type PictureFault = { readonly code: string; readonly message: string; readonly hint: string }

type Form = 'svg' | 'png' | 'jpg' | 'gif' | 'webp' | 'avif'

const forms: Readonly<Record<Form, { readonly name: string; readonly ending: RegExp }>> = {
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

/** `file` is how the fault names it. */
export const readPicture = (path: string, file: string): PictureHead | PictureFault => {
  if (!isFile(path)) return missing(file)
  const { size } = statSync(path)
  if (size > mostPictureBytes) return huge(file, `${Math.ceil(size / 1_000_000)} MB`)
  const bytes = readBytes(path)
  const head = sizeOf(bytes)
  if (head === null) return unreadable(file)
  const { form, width, height } = head
  if (!forms[form].ending.test(file)) return misnamed(file, form)
  if (form !== 'svg' && width * height > mostPixels)
    return huge(file, `${Math.ceil((width * height) / 1_000_000)} million pixels`)
  return { digest: digestOf(bytes), form, width, height }
}

const sizeOf = (bytes: Uint8Array): Omit<PictureHead, 'digest'> | null => {
  try {
    const { width, height, type = '', orientation = 1 } = imageSize(bytes)
    if (!isEncoding(type) || !(width > 0) || !(height > 0)) return null
    const isTurned = orientation >= 5
    return isTurned
      ? { form: type, width: height, height: width }
      : { form: type, width: Math.round(width), height: Math.round(height) }
  } catch {
    return null
  }
}

const isEncoding = (type: string): type is Form => Object.hasOwn(forms, type)

const missing = (file: string): PictureFault => ({
  code: 'picture-missing',
  message: `there is no file ${file}`,
  hint: 'add the picture, or correct its name',
})

const unreadable = (file: string): PictureFault => ({
  code: 'picture-unreadable',
  message: `${file} is not a picture format that browsers show`,
  hint: 'save it as JPEG, PNG, WebP, AVIF, GIF, or SVG with a width and a height',
})

const misnamed = (file: string, form: Form): PictureFault => ({
  code: 'picture-misnamed',
  message: `${file} is ${forms[form].name} but has another ending`,
  hint: `rename it to ${file
    .split('/')
    .at(-1)
    ?.replace(/(?:\.[^.]*)?$/, `.${form}`)}`,
})

const huge = (file: string, size: string): PictureFault => ({
  code: 'picture-huge',
  message: `${file} is too large: ${size}`,
  hint: `save it smaller: ${mostPictureBytes / 1_000_000} MB and ${mostPixels / 1_000_000} million pixels at most`,
})
