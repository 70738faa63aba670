// Which words of a text are not in what was made of it, or not in their order.

import { endOfWord, haveSameWords, isOfWord, nextWord, startOfWord, wordsOnly } from './words-only.ts'

/** Offsets in the text, end-exclusive. */
export type LostWords = { readonly start: number; readonly end: number }

/** So many letters must agree until words are taken for found again. */
const enough = 16

/** So far ahead words are looked for that stand in another order. */
const farthest = 4_000

/** Takes time in proportion to the text. */
export const compareWords = (text: string, result: string): readonly LostWords[] => {
  if (haveSameWords(text, result)) return []
  const made = wordsOnly(result)
  const lost: LostWords[] = []
  let at = nextWord(text, 0)
  let shown = 0
  while (at < text.length) {
    if (text.charCodeAt(at) === made.charCodeAt(shown)) {
      at = nextWord(text, at + 1)
      shown++
      continue
    }
    const start = Math.max(startOfWord(text, at), lost.at(-1)?.end ?? 0)
    shown -= wordsOnly(text.slice(start, at)).length
    const found = findAgain(text, start, made, shown)
    if (found.at > start) lost.push({ start, end: endOfLast(text, start, found.at) })
    ;({ at, shown } = found)
  }
  return lost
}

type Position = { readonly at: number; readonly shown: number }

/** Where text and result agree again; behind both if nowhere. */
const findAgain = (text: string, start: number, made: string, shown: number): Position => {
  const wanted = beginning(text, start)
  // Something stands in the result that is not in the text: words are lost no less if they come later.
  const later = made.slice(shown, shown + farthest).indexOf(wanted)
  if (later > 0 && wanted.length === enough) return { at: start, shown: shown + later }
  for (let at = next(text, start); at < text.length; at = next(text, at)) {
    const words = beginning(text, at)
    const agrees = made.startsWith(words, shown)
    if (agrees && (words.length === enough || made.length === shown + words.length)) return { at, shown }
  }
  return { at: text.length, shown: made.length }
}

const next = (text: string, at: number): number => nextWord(text, endOfWord(text, at))

const beginning = (text: string, at: number): string => {
  let words = ''
  for (let index = nextWord(text, at); index < text.length && words.length < enough; )
    if (isOfWord(text.charCodeAt(index))) words += text[index++]
    else index = nextWord(text, index)
  return words
}

const endOfLast = (text: string, start: number, behind: number): number => {
  let index = behind
  while (index > start && !isOfWord(text.charCodeAt(index - 1))) index--
  return index
}
