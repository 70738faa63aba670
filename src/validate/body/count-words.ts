// How many words a text has, for those who ask how long a story is.

// Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces.
const withoutSpaces =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

const word = /[\p{L}\p{N}]\S*/gu

// A long text is cut up where no word goes on: the segmenter looks at all of a text for each of its words.
const stretch =
  /.{1,400}[\s\u3001\u3002\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]|.{1,500}/gsu

let segmenter: Intl.Segmenter | null = null

/** Of markdown: a link counts by the words that it stands on. */
export const countWords = (markdown: string): number => {
  if (!withoutSpaces.test(markdown)) return markdown.match(word)?.length ?? 0
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  let count = 0
  for (const [words] of markdown.matchAll(stretch))
    for (const { isWordLike } of segmenter.segment(words)) if (isWordLike) count++
  return count
}
