// What programs note of a film or a sound as a whole: title, artist and cover stay, as readers’ players show them.

import { type Box, blank, boxesIn, contentOf, type Film, insideMeta, keep, type Visit } from './boxes.ts'
import { type Edit, overwrite, zero } from './edits.ts'
import { stripPicture } from './strip-picture.ts'

/** As iTunes has them, in its own encoding of letters. */
const title = '\xa9nam'
const artist = '\xa9ART'

export const inUserData: Visit = (film, { start, end }) =>
  boxesIn(film.source, start, end).flatMap(box =>
    box.name === 'meta' && isTagList(film, box) ? inTagList(film, box) : blank(film, box),
  )

/** As in iTunes; QuickTime keeps places and devices in lists of another kind. */
const isTagList = (film: Film, meta: Box): boolean =>
  boxesIn(film.source, insideMeta(film, meta), meta.end).some(
    box => box.name === 'hdlr' && contentOf(film, box).toString('latin1', 8, 12) === 'mdir',
  )

const inTagList: Visit = (film, meta) =>
  boxesIn(film.source, insideMeta(film, meta), meta.end).flatMap(box => {
    if (box.name === 'hdlr') return [zero(Math.min(box.start + 24, box.end), box.end)]
    return box.name === 'ilst' ? inTags(film, box) : blank(film, box)
  })

const inTags: Visit = (film, { start, end }) =>
  boxesIn(film.source, start, end).flatMap(tag => {
    if (tag.name === title || tag.name === artist) return keep(film, tag)
    return tag.name === 'covr' ? cover(film, tag) : blank(film, tag)
  })

/** Pictures, each behind its kind and language. What is taken out of one leaves room behind it. */
const cover: Visit = (film, tag) => {
  const edits: Edit[] = []
  for (const { name, start, end } of boxesIn(film.source, tag.start, tag.end)) {
    const stripped = name === 'data' ? stripPicture(film.source.read(start + 8, end - start - 8)) : null
    if (stripped === null) return blank(film, tag)
    edits.push(overwrite(start + 8, stripped), zero(start + 8 + stripped.length, end))
  }
  return edits
}
