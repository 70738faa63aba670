// Drawings (SVG) are published as they are, so none may do more than be looked at.

import { locationInText, type Problem } from '../../domain/problem.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import { findActiveSvg } from './find-active-svg.ts'

export const findDrawingProblems = ({ drawings, read }: NewsroomFiles): readonly Problem[] =>
  drawings.flatMap((file): readonly Problem[] => {
    const source = read(file)
    if (!source.ok) return [source.fault]
    const { text } = source.value
    const fault = findActiveSvg(text)
    if (fault === null) return []
    const { offset, ...rest } = fault
    const { length } = /^<?[^\s>]*/.exec(text.slice(offset))?.[0] ?? ''
    return [{ ...rest, severity: 'error', location: locationInText(file, text, offset, length) }]
  })
