// One HTML tag in a text: known elements only, since `<name>` is often just a placeholder an author typed.

const inline =
  'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'
const block =
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main meta nav noscript object ol optgroup option p param picture pre script section select source style summary svg table tbody td template textarea tfoot th thead title tr track ul video audio canvas map area base'

const inlineNames = new Set(inline.split(' '))
const blockNames = new Set(block.split(' '))
const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

export type HtmlTag = {
  /** Lower case; "!--" for a comment. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'void' | 'comment' | 'unknown'
  readonly isBlock: boolean
  readonly end: number
}

/** The tag that begins at `at`, where a `<` stands; null when none does. `lastCommentEnd`: behind it no comment ends. */
export const readHtmlTag = (
  text: string,
  at: number,
  lastCommentEnd = Number.POSITIVE_INFINITY,
): HtmlTag | null => {
  if (text.startsWith('<!--', at)) {
    if (at + 4 > lastCommentEnd) return null
    const close = text.indexOf('-->', at + 4)
    return close === -1 ? null : { name: '!--', kind: 'comment', isBlock: true, end: close + 3 }
  }
  const opening = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])/.exec(text.slice(at, at + 40))
  if (opening === null) return null
  const end = endOfTag(text, at + opening[0].length)
  if (end === -1) return null
  const name = (opening[2] ?? '').toLowerCase()
  const isBlock = blockNames.has(name)
  if (!isBlock && !inlineNames.has(name)) return { name, kind: 'unknown', isBlock: false, end }
  if (opening[1] === '/') return { name, kind: 'close', isBlock, end }
  return { name, kind: voidNames.has(name) ? 'void' : 'open', isBlock, end }
}

// Instagram's embeds carry pictures as text in their styles; nothing real is longer.
const longestTag = 20_000

const endOfTag = (text: string, from: number): number => {
  let quote = ''
  for (let at = from; at < text.length && at < from + longestTag; at++) {
    const letter = text[at] as string
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return at + 1
    else if (letter === '<') return -1
    else if ((letter === '"' || letter === "'") && /=\s*$/.test(text.slice(Math.max(from - 1, at - 8), at)))
      quote = letter
    else if (letter === '\n' && /^[ \t]*\n/.test(text.slice(at + 1, at + 200))) return -1
  }
  return -1
}
