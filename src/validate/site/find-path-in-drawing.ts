// A drawing program may leave the path of a file on its user’s disk in a drawing, where it says whose disk that is.

import type { Fault } from '../../domain/problem.ts'
import { strippedDrawing } from '../../media/strip-drawing.ts'

const path =
  /file:\/\/[^\s"'<>)]+|\b[a-z]:\\(?:[^\\\s"'<>]+\\)+[^\\\s"'<>]*|(?<!href\s*=\s*["'])(?<=["'\s>(=])\/(?:Users|home|Volumes)\/[^\s"'<>)/]+\/[^\s"'<>)]*/i

/** In what is published of it. */
export const findPathInDrawing = (text: string): (Fault & { readonly offset: number }) | null => {
  const found = path.exec(strippedDrawing(text) ?? '')?.[0]
  if (found === undefined) return null
  return {
    code: 'drawing-path',
    message: `“${found.slice(0, 80)}” is the path of a file on somebody’s disk`,
    hint: 'remove it from the drawing, or export the drawing again as plain SVG',
    offset: Math.max(0, text.indexOf(found)),
  }
}
