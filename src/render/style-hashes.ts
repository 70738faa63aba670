// The styles that pages can have, told from the layouts and the facts about the site, so that a content security policy can name them all.

import type { Newsroom } from '../domain/newsroom.ts'
import { hashForPolicy } from '../system/digest.ts'
import { createFilters } from './filters.ts'
import { createPieces, type Piece } from './layout-pieces.ts'
import type { Layouts } from './minify-layouts.ts'

/** A style with more ifs in it than these is not told. */
const mostVariants = 64

/**
 * Hashes as a policy has them, "sha256-…", of each text that a style element of these layouts can hold, sorted. A style
 * may include files, hold ifs, and print what follows from the facts about the site; one with anything else in it is not told, and the
 * checks refuse the pages that have it.
 */
export const styleHashes = (
  layouts: Layouts,
  { site, sections, strings }: Pick<Newsroom, 'site' | 'sections' | 'strings'>,
): readonly string[] => {
  const piecesOf = createPieces(layouts, {
    values: new Map<string, unknown>(Object.entries({ site, sections, strings })),
    filters: createFilters(site, noTexts),
  })
  const names = [...layouts.keys()].filter(name => /^layouts\/.*\.njk$/.test(name))
  const styles = names.flatMap(name => stylesIn(piecesOf(name))).flatMap(textsOf)
  return [...new Set([...new Set(styles)].map(hashForPolicy))].sort()
}

const none = () => {
  throw new Error('there is no story')
}
const noTexts = { bodyOf: none, feedHtmlOf: none }

/** What stands between each <style> and </style>. */
const stylesIn = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const styles: (readonly Piece[])[] = []
  let open: Piece[] | null = null
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (open !== null) open.push(piece)
      else if (piece !== null) styles.push(...piece.flatMap(stylesIn))
      continue
    }
    let rest = piece
    for (;;) {
      const tag: RegExpExecArray | null = (open === null ? /<style\b[^>]*>/i : /<\/style\b/i).exec(rest)
      if (tag === null) break
      if (open !== null) styles.push([...open, rest.slice(0, tag.index)])
      open = open === null ? [] : null
      rest = rest.slice(tag.index + tag[0].length)
    }
    open?.push(rest)
  }
  return styles
}

/** Every text that the pieces can come to; none when only rendering tells. */
const textsOf = (pieces: readonly Piece[]): readonly string[] => {
  let texts: readonly string[] = ['']
  for (const piece of pieces) {
    const endings = typeof piece === 'string' ? [piece] : (piece ?? []).flatMap(textsOf)
    texts = texts.flatMap(text => endings.map(ending => text + ending))
    if (texts.length > mostVariants) return []
  }
  return texts
}
