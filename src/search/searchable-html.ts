// Text as Pagefind is to read it, so that readers find what stands between no spaces, and letters without their strokes.
//
// Pagefind cuts text at spaces, and Chinese, Japanese and Thai only in sites of these languages, by a dictionary that
// browsers do not share. Here each of their letters is a word of its own, behind a space and an invisible mark; the
// page's script asks for them side by side and takes both out of what it shows. Pagefind drops accents that Unicode can
// take off a letter; of the others a letter is written without its stroke, with an invisible one behind it. The script
// has the same table: `_includes/js/search.js`.

/** A letter, as it is typed without its stroke, and the mark that tells it from others: together no text has them. */
export const strokes: readonly (readonly [letter: string, typed: string, mark: string])[] = [
  ['ł', 'l', '\u0335'],
  ['Ł', 'L', '\u0335'],
  ['ø', 'o', '\u0338'],
  ['Ø', 'O', '\u0338'],
  ['đ', 'd', '\u0335'],
  ['Đ', 'D', '\u0335'],
  ['ð', 'd', '\u0337'],
  ['Ð', 'D', '\u0337'],
  ['ħ', 'h', '\u0335'],
  ['Ħ', 'H', '\u0335'],
  ['ı', 'i', '\u0337'],
  ['ß', 'ss', '\u0337'],
  ['ẞ', 'SS', '\u0337'],
  ['æ', 'ae', '\u0337'],
  ['Æ', 'Ae', '\u0337'],
  ['œ', 'oe', '\u0337'],
  ['Œ', 'Oe', '\u0337'],
  ['þ', 'th', '\u0337'],
  ['Þ', 'Th', '\u0337'],
]

const written = new Map(strokes.map(([letter, typed, mark]) => [letter, typed + mark]))

const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map(script => `\\p{Script=${script}}`)
  .join('')
const unspaced = `(?!\\p{M})[${scripts}ー]`

const stroked = new RegExp(`[${[...written.keys()].join('')}]`, 'g')
const rare = new RegExp(`[${[...written.keys()].join('')}${scripts}]`, 'u')
const boundary = new RegExp(`(?<=\\S)(?=${unspaced})|(?<=${unspaced}\\p{M}*)(?=[\\p{L}\\p{N}])`, 'gu')

/** Languages that Pagefind cuts into words by itself: they are handed over as one that it does not know. */
export const isCutByPagefind = (language: string): boolean => ['ja', 'th', 'zh'].includes(language)

/** The tags of the HTML stay as they are. */
export const searchableHtml = (html: string): string =>
  rare.test(html) ? html.replace(/(?<=^|>)[^<]+/g, searchable) : html

const searchable = (text: string): string =>
  text.replace(stroked, letter => written.get(letter) ?? letter).replace(boundary, ' \u2060')
