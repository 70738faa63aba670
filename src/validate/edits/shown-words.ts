// The words that readers see, apart from punctuation and markup: what two versions of a story are compared by.

export type ShownWord = {
  readonly text: string
  /** The first of a sentence or a block, where a capital letter says nothing. */
  readonly isFirst: boolean
}

/** Scripts without spaces, of which each character is a word. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'

const word = new RegExp(
  [
    // A figure with its sign and what stands within it, a range too.
    "(?<![\\p{L}\\p{N}])[-+\u00b1]?\\p{N}+(?:[-.,:'\u00a0/]\\p{N}+)*",
    // What is told by signs: how much, more or less, up or down, yes or no; and what is struck out.
    '(?![|~\u00ac])[\\p{Sc}\\p{Sm}\\p{So}%\u2030\u2032\u2033]|~~',
    `[${unspaced}]`,
    // Else with its apostrophes and hyphens.
    `(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+(?:['-][\\p{L}\\p{M}\\p{N}]+)*`,
  ].join('|'),
  'gu',
)

/** What a program may write in several ways, and readers see as one: marks that are not seen, ligatures, kinds of blanks. */
const asSeen = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}|[\ufe00-\ufe0f]/gu, '')
    .replace(/[\ufb00-\ufdff\ufe70-\ufefe\uff01-\uffee]+/g, letters => letters.normalize('NFKC'))
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/\u2019/g, "'")
    .replace(/\u2044/g, '/')
    .replace(/[\u2010-\u2011\u2212]|\u2013(?=\p{N})/gu, '-')
    // Between the thousands of a figure; a table of figures is no reason to look far back from each.
    .replace(/(?<=(?<!\p{N})\p{N}{1,3}(?: \p{N}{3}){0,9}) (?=\p{N}{3}(?!\p{N}))/gu, '\u00a0')

export const shownWords = (text: string): readonly ShownWord[] => {
  const plain = asSeen(text)
  return [...plain.matchAll(word)].map(({ 0: found, index }) => ({
    text: found,
    isFirst:
      /(?:^|[.!?:\u2026\u3002\uff01\uff1f\u0964]["'\u201d\u00bb)\]]*\s+|\n)["'\u201c\u2018\u201e\u00ab\u00bf\u00a1([]*$/u.test(
        plain.slice(Math.max(0, index - 12), index),
      ),
  }))
}
