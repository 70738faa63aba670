// How many words a text has, for those who ask how long a story is.

// Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces.
const withoutSpaces =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

const word = /[\p{L}\p{N}]\S*/gu

/** Of markdown: a link counts by the words that it stands on. */
export const countWords = (markdown: string): number => {
  if (!withoutSpaces.test(markdown)) return markdown.match(word)?.length ?? 0
  let count = 0
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(markdown))
    if (isWordLike) count++
  return count
}
