// How pictures are made smaller. Other settings or another encoder make other files, under another name.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { remember } from '../domain/remember.ts'
import { digestOf } from '../system/digest.ts'

/** AVIF of effort 3 takes far less time than the usual 4, and is hardly larger. */
const photo = {
  avif: { quality: 50, effort: 3, chromaSubsampling: '4:2:0' },
  webp: { quality: 75 },
  jpeg: { quality: 78, mozjpeg: true },
  png: { compressionLevel: 9 },
}

/** Options of the encoders, by format. Maps and charts come as PNG: their coloured letters stay sharp, for some more bytes. */
export const encodingSettings = {
  photo,
  graphic: {
    avif: { ...photo.avif, chromaSubsampling: '4:4:4' },
    webp: { ...photo.webp, smartSubsample: true },
    jpeg: { ...photo.jpeg, chromaSubsampling: '4:4:4' },
    png: photo.png,
  },
} as const

export type Format = keyof typeof photo

const extensions: Readonly<Record<Format, string>> = { avif: 'avif', webp: 'webp', jpeg: 'jpg', png: 'png' }

export const extensionOf = (format: Format): string => extensions[format]

/** To load the encoders themselves would take longer than a publish. */
const versionOf = (name: string): string => {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** How a picture is decoded before: see `decodedSize`. */
const decoding = 'to the size of a lead'

let encoderDigest: string | null = null

/** Names all that is made of a picture. `digest`: of the original. */
export const keyOf = remember(10_000, (digest: string): string => {
  encoderDigest ??= digestOf(
    JSON.stringify([encodingSettings, decoding, versionOf('sharp'), versionOf('@11ty/eleventy-img')]),
  )
  return digestOf(`${encoderDigest} ${digest}`)
})
