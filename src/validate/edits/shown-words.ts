// The words that readers see, apart from punctuation and markup: what two versions of a story are compared by.

export type ShownWord = {
  readonly text: string
  /** The first of a sentence or a block, where a capital letter says nothing. */
  readonly isFirst: boolean
}

// A figure with its sign and what stands within it; a currency or percent sign; a character of a script without
// spaces; else a word with its apostrophes and hyphens.
const word =
  /(?<![\p{L}\p{N}])[-\u2212+]?\p{N}+(?:[.,:\u2019'\u00a0\u202f/]\p{N}+)*|[\p{Sc}%\u2030]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}])+(?:['\u2019\u2010-][\p{L}\p{M}\p{N}]+)*/gu

/** In NFC, with plain apostrophes and signs. */
export const shownWords = (text: string): readonly ShownWord[] => {
  const plain = text.normalize('NFC')
  return [...plain.matchAll(word)].map(({ 0: found, index }) => ({
    text: found
      .replace(/[\u2019]/g, "'")
      .replace(/\u2212/g, '-')
      .replace(/\u2010/g, '-'),
    isFirst:
      /(?:^|[.!?:\u2026\u3002\uff01\uff1f\u0964]["'\u201d\u2019\u00bb)\]]*\s+|\n)["'\u201c\u2018\u201e\u00ab\u00bf\u00a1([]*$/u.test(
        plain.slice(Math.max(0, index - 12), index),
      ),
  }))
}
