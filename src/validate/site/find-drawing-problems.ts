// Drawings (SVG) are published as they are, so none may do more than a picture does.

import { errorAt, locationInText, type Problem } from '../../domain/problem.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import { findActiveSvg } from './find-active-svg.ts'

export const findDrawingProblems = ({ drawings, read }: NewsroomFiles): readonly Problem[] =>
  drawings.flatMap((file): readonly Problem[] => {
    const source = read(file)
    if (!source.ok) return [source.fault]
    const { text } = source.value
    const fault = findActiveSvg(text)
    if (fault === null) return []
    const { length } = /^<?[^\s>]*/.exec(text.slice(fault.offset))?.[0] ?? ''
    return [errorAt(locationInText(file, text, fault.offset, length), fault)]
  })
