// The scripts of India, made ready for transliteration: the vowel that their letters say without writing it, and the letters
// that a table for all scripts spells as no newspaper does.

/** Unicode lays these scripts out alike, 128 codes each, in the order of ISCII: Devanagari is the first, Malayalam the last. */
const first = 0x0900
const size = 0x80
const scripts = /[\u0900-\u0d7f]+/gu

/** Offsets in each block. */
const isConsonant = (offset: number): boolean => offset >= 0x15 && offset <= 0x39
const nukta = 0x3c
/** Signs of vowels, of their length, and of none at all. */
const isVowelSign = (offset: number): boolean =>
  (offset >= 0x3e && offset <= 0x4d) || (offset >= 0x55 && offset <= 0x57)

/** In the north a word drops the vowel behind its last consonant: घर is "ghar". From Odia to Malayalam it is said. */
const firstThatSaysAll = 0x0b00

/** ट is "t" to a reader, not "tt"; च is "ch". */
const spelt: ReadonlyMap<number, string> = new Map([
  [0x1a, 'ch'],
  [0x1b, 'chh'],
  [0x1f, 't'],
  [0x20, 'th'],
  [0x21, 'd'],
  [0x22, 'dh'],
  [0x23, 'n'],
  [0x33, 'l'],
  [0x34, 'zh'],
  [0x36, 'sh'],
  [0x37, 'sh'],
])

/** "बंद" is "band", and "मुंबई" is "mumbai": a nasal is said as the next letter is. */
const isNasal = (code: number): boolean => [0x01, 0x02].includes(offsetOf(code)) || code === tippi
const tippi = 0x0a70
const isLabial = (offset: number): boolean => offset >= 0x2a && offset <= 0x2e

/** "मुंबई" is "मुmबaई", "தமிழ்" is "தaமிzh்". */
export const withSpokenVowels = (text: string): string =>
  text.replace(scripts, word => {
    const codes = [...word].map(letter => letter.charCodeAt(0))
    return codes.map((code, at) => letterAt(codes, code, at)).join('')
  })

const letterAt = (codes: readonly number[], code: number, at: number): string => {
  const offset = offsetOf(code)
  if (isNasal(code)) return isLabial(offsetOf(codes[at + 1])) ? 'm' : 'n'
  const letter = spelt.get(offset) ?? String.fromCharCode(code)
  // The dot of a nukta stands between a letter and its vowel.
  const isLetter = isConsonant(offset) && offsetOf(codes[at + 1]) !== nukta
  const isDotted = offset === nukta && isConsonant(offsetOf(codes[at - 1]))
  return (isLetter || isDotted) && saysVowel(codes, code, at) ? `${letter}a` : letter
}

const saysVowel = (codes: readonly number[], code: number, at: number): boolean => {
  const next = codes[at + 1]
  if (next !== undefined) return !isVowelSign(offsetOf(next))
  return code >= firstThatSaysAll || at === 0
}

const offsetOf = (code: number | undefined): number => (code === undefined ? -1 : (code - first) % size)
