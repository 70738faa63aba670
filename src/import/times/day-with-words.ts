// A day with the name of its month, in any language: "3. marts 2020", "le 1er mai 2020", "2020. május 1.".

import type { DateStyle, DayInText } from './date-style.ts'
import { monthOfWord } from './month-names.ts'

const token = /\p{L}[\p{L}\p{M}'’׳·॰.\u200c\u200d]*|\d+|\S/gu

/** Words that stand in dates and are neither months nor days of the week; and these, which are asked for most. */
const filling = new Set([
  ...'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday'.split(
    ' ',
  ),
  ...'st nd rd th er re ère º ª de del of the den der le el la di m d г р թ gada on a e ko ค.ศ พ.ศ'.split(
    ' ',
  ),
])

/** What was found so far. */
type Parts = {
  readonly year: string | null
  readonly day: string | null
  readonly month: { readonly label: string; readonly isEnglish: boolean; readonly isOurs: boolean } | null
  /** The words behind the last number: some names have several. */
  readonly words: readonly string[]
  readonly unknown: number
  /** Whether one stands behind a number: it is the beginning of a longer name, or this is no date. */
  readonly isOpen: boolean
}

export const dayWithWords = (text: string, style: DateStyle): DayInText | null => {
  let parts: Parts = { year: null, day: null, month: null, words: [], unknown: 0, isOpen: false }
  for (const { 0: piece, index } of text.matchAll(token)) {
    const end = index + piece.length
    const next = /^\d/.test(piece)
      ? withNumber(parts, piece, /^:\d/.test(text.slice(end)), style)
      : withWord(parts, piece, style)
    if (next === 'unclear') {
      const reason = `“${piece}” is another month in another language; write it as yyyy-mm-dd`
      return { kind: 'unclear', question: null, reason }
    }
    if (next === null || next.unknown > 3) return null
    parts = next
    const { year, month, day } = parts
    if (year === null || month === null || day === null) continue
    return {
      ...{ kind: 'day', question: null, hasWords: true, isOurs: month.isOurs, isForeign: !month.isEnglish },
      day: {
        ...{ year: Number(year), day: Number(day) },
        month: /^\d+$/.test(month.label) ? Number(month.label) : month.label,
      },
      rest: text.slice(end).replace(/^(?:st|nd|rd|th|\.|\(\p{L}+\))/iu, ''),
      hasShortYear: year.length === 2,
    }
  }
  return null
}

const withNumber = (
  parts: Parts,
  digits: string,
  isClock: boolean,
  { calendar }: DateStyle,
): Parts | null => {
  const { year, day, month } = parts
  const isYear = digits.length === 4 || (digits.length === 3 && calendar !== null)
  if (isClock) return null
  // The name of an era stands before the year.
  if (isYear && year === null) return { ...parts, year: digits, words: [], isOpen: false }
  if (parts.isOpen) return null
  if (digits.length <= 2 && day === null) return { ...parts, day: digits, words: [] }
  return digits.length === 2 && month !== null && year === null ? { ...parts, year: digits, words: [] } : null
}

/** Where two words are months, the first is a day of the week in another language: "mar. 5 mai". */
const withWord = (parts: Parts, piece: string, style: DateStyle): Parts | 'unclear' | null => {
  if (!/^\p{L}/u.test(piece)) return /[-,.'’/()،、]/.test(piece) ? parts : null
  const words = [...parts.words, piece]
  if (filling.has(piece.toLowerCase().replace(/\.$/, ''))) return { ...parts, words }
  const named = monthNamed(words, style)
  if (named === 'unclear') return named
  if (named !== 'unknown') return { ...parts, words, month: named, isOpen: false }
  const isOpen = parts.year !== null || parts.day !== null || parts.month !== null
  return { ...parts, words, unknown: parts.unknown + 1, isOpen }
}

/** In the archive's calendar first, then in ours. The longest name that ends here. */
const monthNamed = (words: readonly string[], { calendar, languages }: DateStyle) => {
  const names = [3, 2, 1].filter(count => count <= words.length).map(count => words.slice(-count).join(''))
  for (const each of calendar === null ? ['gregory'] : [calendar, 'gregory'])
    for (const name of names) {
      const named = monthOfWord(name, each, languages)
      if (named === 'unclear') return named
      if (named !== 'unknown') return { ...named, isOurs: each === 'gregory' && calendar !== null }
    }
  return 'unknown'
}
