// A picture inside another file: a cover, an icon, a photo in a drawing.

import { editedPieces, effectiveEdits } from './edits.ts'
import { sourceOfBytes } from './media-source.ts'
import { stripGif } from './strip-gif.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'
import type { Stripping } from './stripping.ts'

/** By the first bytes, a letter each. */
export const stripsOfPictures: readonly {
  readonly name: string
  readonly begins: RegExp
  readonly strip: (bytes: Buffer) => Stripping
}[] = [
  { name: 'JPEG', begins: /^\xff\xd8\xff/, strip: stripJpeg },
  { name: 'PNG', begins: /^\x89PNG\r\n\x1a\n/, strip: stripPng },
  { name: 'GIF', begins: /^GIF8[79]a/, strip: stripGif },
  { name: 'WebP', begins: /^RIFF[\s\S]{4}WEBP/, strip: stripWebp },
]

/** What is published of it; null for what is no picture that can be read. */
export const stripPicture = (bytes: Buffer): Buffer | null => {
  const head = bytes.toString('latin1', 0, 16)
  const found = stripsOfPictures.find(({ begins }) => begins.test(head))?.strip(bytes) ?? 'unknown'
  if (typeof found === 'string') return null
  const source = sourceOfBytes(bytes)
  return Buffer.concat([...editedPieces(source, effectiveEdits(source, found.edits))])
}
