// The colour profile of a picture or film in boxes (ISO/IEC 14496-12, 12.1.5).

import { boxesIn, contentOf, type Visit } from './boxes.ts'
import { zero } from './edits.ts'
import { personalRanges } from './icc.ts'

export const colour: Visit = (film, box) => {
  const content = contentOf(film, box)
  if (!/^(?:prof|rICC)/.test(content.toString('latin1', 0, 4))) return []
  const from = box.start + 4
  return personalRanges(content.subarray(4)).map(({ start, end }) => zero(from + start, from + end))
}

/** Of the properties of pictures. */
export const colourOfItems: Visit = (film, properties) =>
  boxesIn(film.source, properties.start, properties.end)
    .filter(({ name }) => name === 'ipco')
    .flatMap(({ start, end }) => boxesIn(film.source, start, end))
    .flatMap(box => (box.name === 'colr' ? colour(film, box) : []))
