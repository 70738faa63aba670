// Boxes that template tags stand for: marked while the text is converted, so that no step takes their lines for others.

import type { BodyFormat } from '../text/text-dialect.ts'

const start = '\ue020'
const startEnd = '\ue021'
const end = '\ue022'

export const boxMarks = (name: string, title: string, inside: string, format: BodyFormat): string => {
  const words = `${name} ${title.replace(/\s+/g, ' ').trim()}`.trim()
  const opening = `${start}${words}${startEnd}`
  return format === 'html'
    ? `<p>${opening.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p><div>${inside}</div><p>${end}</p>`
    : `\n\n${opening}\n\n${inside.trim()}\n\n${end}\n\n`
}

/** A box in a list, a quotation or another box is none: what stands in it stays. */
export const writeBoxes = (text: string): string => {
  if (!text.includes(start)) return text
  const lines = text.split('\n')
  const ends = lines.map(line => line.trimEnd() === end)
  let open = -1
  let isInner = 0
  const written = lines.map((line, at) => {
    const words = /^\ue020(.*)\ue021\s*$/.exec(line)?.[1]
    if (words !== undefined && open === -1 && ends.indexOf(true, at) !== -1) {
      open = at
      return `::: ${words}`
    }
    if (line.includes(start) && open !== -1) isInner++
    if (ends[at] && isInner > 0) isInner--
    else if (ends[at] && open !== -1) {
      open = -1
      return ':::'
    }
    return line.replace(/\ue020\w+ ?|[\ue021\ue022]/g, '')
  })
  return (open === -1 ? written : [...written, ':::']).join('\n')
}
