// Drawings (SVG) are published as they were drawn, so none may do more than a picture does, or name somebody’s disk.

import { errorAt, type Fault, locationInText, locationOfFile, type Problem } from '../../domain/problem.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import { findActiveSvg } from './find-active-svg.ts'
import { findPathInDrawing } from './find-path-in-drawing.ts'

export const findDrawingProblems = ({ drawings, read }: NewsroomFiles): readonly Problem[] =>
  drawings.flatMap((file): readonly Problem[] => {
    if (/z$/i.test(file)) return [errorAt(locationOfFile(file), compressed)]
    const source = read(file)
    if (!source.ok) return [source.fault]
    const { text } = source.value
    const fault = findActiveSvg(text) ?? findPathInDrawing(text)
    if (fault === null) return []
    const { length } = /^<?[^\s>]*/.exec(text.slice(fault.offset))?.[0] ?? ''
    return [errorAt(locationInText(file, text, fault.offset, length), fault)]
  })

const compressed: Fault = {
  code: 'drawing-malformed',
  message: 'this is a compressed drawing, which few servers send in a way that browsers read',
  hint: 'save it as plain SVG, in a file whose name ends in .svg',
}
