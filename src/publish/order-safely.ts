// The order of moves, also where there was no front before: it comes once all that it links to is there.

import type { Changes } from '../store/changes.ts'
import { uncompressedOf } from '../store/compressed.ts'
import { isFeed, isHtmlFile, orderMoves } from './order-moves.ts'

/** Every added and changed file once: others, added pages, added feeds, an added front, changed pages, changed feeds. */
export const orderSafely = (changes: Changes): readonly string[] => {
  const ordered = [...new Set(orderMoves(changes))]
  if (!changes.added.includes(front)) return ordered
  const changed = new Set(changes.changed)
  const isLater = (file: string) => changed.has(file) && (isHtmlFile(file) || isFeed(file))
  const rest = ordered.filter(file => !isFront(file))
  return [...rest.filter(file => !isLater(file)), ...ordered.filter(isFront), ...rest.filter(isLater)]
}

const front = 'index.html'
const isFront = (file: string): boolean => uncompressedOf(file) === front
