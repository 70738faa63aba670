// Pictures that stand in a text as `data:` addresses: a drawing may carry the photo that it was traced from.

import { editedPieces, effectiveEdits } from './edits.ts'
import { sourceOfBytes } from './media-source.ts'
import { strippedDrawing } from './strip-drawing.ts'
import { stripFilm } from './strip-film.ts'
import { stripPicture } from './strip-picture.ts'

const address =
  /data:image\/([\w.+-]+)((?:;[\w=-]+)*),([\w+/=%.~!$*:@?-]*(?:(?:&#(?:10|13|x0?[ad]);|\s)[\w+/=%]+)*)/gi

/** Null where one of them cannot be read. */
export const stripDataAddresses = (text: string): string | null => {
  if (!/data:image\//i.test(text)) return text
  let isRead = true
  const stripped = text.replace(address, (written, type: string, parameters: string, data: string) => {
    const isBase64 = /;base64$/i.test(parameters)
    const before = isBase64 ? fromBase64(data) : fromPercent(data)
    const after = before && strippedBytes(before, type)
    if (!after) isRead = false
    if (!before || !after || after.equals(before)) return written
    const rest = isBase64 ? after.toString('base64') : encodeURIComponent(after.toString('utf8'))
    return `data:image/${type}${parameters},${rest}`
  })
  return isRead ? stripped : null
}

const fromBase64 = (data: string): Buffer =>
  Buffer.from(
    decodeURIComponent(data.replace(/&#[^;]*;|\s/g, '').replace(/%(?![0-9a-f]{2})/gi, '%25')),
    'base64',
  )

const fromPercent = (data: string): Buffer | null => {
  try {
    return Buffer.from(decodeURIComponent(data))
  } catch {
    return null
  }
}

const strippedBytes = (bytes: Buffer, type: string): Buffer | null => {
  if (/^svg/i.test(type)) {
    const text = strippedDrawing(bytes.toString('utf8'))
    return text === null ? null : Buffer.from(text)
  }
  return /^(?:avif|heif|heic)/i.test(type) ? strippedItems(bytes) : stripPicture(bytes)
}

const strippedItems = (bytes: Buffer): Buffer | null => {
  const source = sourceOfBytes(bytes)
  const found = stripFilm(source)
  if (typeof found === 'string') return null
  return Buffer.concat([...editedPieces(source, effectiveEdits(source, found.edits))])
}
