// The words that readers meet, by the parser of the HTML standard, which is not the one that the import reads HTML with.
//
// To it markdown is text, as its marks are no words. Only where links lead, and what stands in code, must be seen to first.

import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const unread = new Set(['script', 'style', 'template', 'head', '#comment'])

/** Between two elements a word ends, unless one of them is a part of a line. */
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)$/

const altOf = (node: Node): string =>
  'attrs' in node ? (node.attrs.find(({ name }) => name === 'alt')?.value ?? '') : ''

/** Whether a caption says what the alt text says: then readers need it only once. */
const isRepeated = (node: Node): boolean => {
  const figure = 'parentNode' in node ? node.parentNode : null
  const caption =
    figure && 'childNodes' in figure ? figure.childNodes.find(each => each.nodeName === 'figcaption') : null
  return caption ? textOf(caption).trim() === altOf(node).trim() : false
}

const textOf = (node: Node): string => {
  if (unread.has(node.nodeName)) return ''
  if ('value' in node) return node.value
  if ('attrs' in node && node.attrs.some(({ value }) => value === 'doc-noteref')) return ''
  const alt = altOf(node) === '' || isRepeated(node) ? '' : altOf(node)
  const text = 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  return inline.test(node.nodeName) ? text : ` ${alt} ${text} `
}

const fragment = (html: string): string => textOf(parseFragment(html, { scriptingEnabled: false }))

/** What the page of a story has between its header and its footer. */
export const textOfPage = (html: string): string => {
  const find = (node: Node): Node | null => {
    if (node.nodeName === 'main') return node
    for (const child of 'childNodes' in node ? node.childNodes : []) {
      const found = find(child)
      if (found !== null) return found
    }
    return null
  }
  return textOf(find(parse(html, { scriptingEnabled: false })) ?? parse(''))
}

export const textOfHtml = fragment

/** Of a template tag readers may see its arguments, but no name, no address and no single word, nor what a caption repeats. */
const argumentsOf = (tag: string, body: string): string => {
  const texts = [...tag.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? '')
  const isRepeated = (text: string) => body.split(text.slice(0, 40)).length > 2
  return ` ${texts.filter(text => /\s\S+\s/.test(text) && !isRepeated(text)).join(' ')} `
}

/** Without front matter, numbers of lists, languages of code, and where links lead. */
export const textOfMarkdown = (file: string): string => {
  const body = file.replace(/^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/, '')
  const labels = new Set(
    [...body.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map(([, label = '']) => label.toLowerCase()),
  )
  const escaped = (code: string) =>
    code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('[', '&#91;')
  return fragment(
    body
      .replace(
        /^[ \t>]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^[ \t>]*\1|(`+)[^`](?:(?:(?!\n[ \t>]*\n)[\s\S]){0,1000}?[^`])?\3(?!`)/gm,
        (span, _fence, block: string | undefined) => escaped(block ?? span),
      )
      .replace(/!\[([^\]\n]*)\](?=\([^()\s]*\))/g, ' $1 ![]')
      .replace(/(!\[\]\([^()\s]*\))/g, '$1 ')
      .replace(/\{\{<[\s\S]*?>\}\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, tag => argumentsOf(tag, body))
      .replace(/\{[:#.][^{}\n]*\}/g, '')
      .replace(/\[\^[^\]\n]+\]:?/g, ' ')
      .replace(/^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$/gm, '')
      .replace(
        /\][ \t]?\([ \t]*(?:<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)/g,
        ']',
      )
      .replace(/\]\[([^\]\n]*)\]/g, (both, label: string) => (labels.has(label.toLowerCase()) ? ']' : both))
      .replace(/^(?:[ \t>*+-]*)\d+[.)][ \t]/gm, ''),
  )
}

/** How often each word stands there. */
export const wordsOf = (text: string): ReadonlyMap<string, number> => {
  const words = new Map<string, number>()
  for (const [word] of text
    .replace(/\\(?=[!-/:-@[-`{-~])|[*_~`[\]]/g, '')
    .replace(/https?:\/\/[^\s<>]+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** Words of the first text that the second has not, or less often. */
export const missingWords = (before: string, after: string): readonly string[] => {
  const there = wordsOf(after)
  return [...wordsOf(before)].filter(([word, count]) => (there.get(word) ?? 0) < count).map(([word]) => word)
}
