// The size of a picture file in CSS pixels, from its header.

import { imageSize } from 'image-size'
import { exists, readBytes } from '../system/files.ts'

export type PictureSize = { readonly width: number; readonly height: number }

const forms = new Set(['svg', 'png', 'jpg', 'gif', 'webp', 'avif'])

/** "missing": there is no such file. "unreadable": it is not a picture that browsers show, or it has no size. */
export const readPictureSize = (path: string): PictureSize | 'missing' | 'unreadable' => {
  if (!exists(path)) return 'missing'
  try {
    const { width, height, type, orientation } = imageSize(readBytes(path))
    if (!type || !forms.has(type) || !(width > 0) || !(height > 0)) return 'unreadable'
    const isTurned = orientation !== undefined && orientation >= 5
    return isTurned
      ? { width: height, height: width }
      : { width: Math.round(width), height: Math.round(height) }
  } catch {
    return 'unreadable'
  }
}
