// Pictures that stand in a text as `data:` addresses: a drawing may carry the photo that it was traced from.

import { drawingWithoutNotes } from './drawing-without-notes.ts'
import { editedPieces, effectiveEdits } from './edits.ts'
import { sourceOfBytes } from './media-source.ts'
import { stripFilm } from './strip-film.ts'
import { stripPicture } from './strip-picture.ts'
import type { Stripping } from './stripping.ts'

const base64 =
  /(data:image\/([\w.+-]+)(?:;[\w=-]+)*;base64,)([\w+/=%-]*(?:(?:&#(?:10|13|x0?[ad]);|\s)[\w+/=%-]+)*)/gi

/** A drawing that is written out, between quotation marks. */
const drawing = /(["'])(data:image\/svg\+xml(?!(?:;[\w=-]+)*;base64)[^,"']*,)((?:(?!\1)[\s\S])*)/gi

/** Null where one of them cannot be read. */
export const stripDataAddresses = (text: string): string | null => {
  if (!/data:image\//i.test(text)) return text
  let isRead = true
  const strip = (written: string, head: string, before: Buffer, type: string, isBase64: boolean): string => {
    const after = strippedBytes(before, type)
    if (after === null) isRead = false
    if (after === null || after.equals(before)) return written
    return `${head}${isBase64 ? after.toString('base64') : encodeURIComponent(after.toString('utf8'))}`
  }
  const stripped = text
    .replace(drawing, (written, mark: string, head: string, data: string) =>
      strip(written, mark + head, fromText(data), 'svg', false),
    )
    .replace(base64, (written, head: string, type: string, data: string) =>
      strip(written, head, fromBase64(data), type, true),
    )
  return isRead ? stripped : null
}

/** Of a page or a style sheet. */
export const stripPageText = (bytes: Buffer): Stripping => {
  const text = bytes.toString('utf8')
  const stripped = stripDataAddresses(text)
  if (stripped === null) return 'unknown'
  const isSame = stripped === text || !Buffer.from(text).equals(bytes)
  return { edits: isSame ? [] : [{ at: 0, length: bytes.length, bytes: Buffer.from(stripped) }] }
}

const fromBase64 = (data: string): Buffer =>
  Buffer.from(
    decodeURIComponent(data.replace(/&#[^;]*;|\s/g, '').replace(/%(?![0-9a-f]{2})/gi, '%25')),
    'base64',
  )

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const fromText = (data: string): Buffer => {
  const text = data.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name] ?? '')
  try {
    return Buffer.from(decodeURIComponent(text))
  } catch {
    return Buffer.from(text)
  }
}

const strippedBytes = (bytes: Buffer, type: string): Buffer | null => {
  if (/^svg/i.test(type)) {
    const text = stripDataAddresses(drawingWithoutNotes(bytes.toString('utf8')))
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
