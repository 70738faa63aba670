// `::: pullquote`: a quotation set large, with who said it on a last line that begins with a dash.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { replaceBoxes } from './boxes.ts'

export const addPullQuotes = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('pull_quotes', state => {
    replaceBoxes(state, 'pullquote', ({ open, inside, close }) => {
      open.tag = close.tag = 'figure'
      open.attrSet('class', 'pullquote')
      const { quote, attribution } = splitAttribution(state, inside)
      return [
        open,
        new state.Token('quote_open', 'blockquote', 1),
        ...quote,
        new state.Token('quote_close', 'blockquote', -1),
        ...attribution,
        close,
      ]
    })
  })
}

type Quotation = { readonly quote: readonly Token[]; readonly attribution: readonly Token[] }

const dash = /^(—|–|--) /

/** The last paragraph, or its last line, becomes a caption when it begins with a dash. */
const splitAttribution = (state: StateCore, inside: readonly Token[]): Quotation => {
  const [opening, words, closing] = inside.slice(-3)
  const none = { quote: inside, attribution: [] }
  if (!opening || !words || !closing || opening.type !== 'paragraph_open') return none
  if (dash.test(words.content)) {
    opening.tag = closing.tag = 'figcaption'
    return { quote: inside.slice(0, -3), attribution: [opening, words, closing] }
  }
  const children = words.children ?? []
  const end = children.findLastIndex(({ type }) => type === 'softbreak' || type === 'hardbreak')
  const speaker = children.slice(end + 1)
  if (end === -1 || !dash.test(speaker[0]?.content ?? '')) return none
  words.children = children.slice(0, end)
  const line = new state.Token('inline', '', 0)
  line.children = speaker
  const edges = ([1, -1] as const).map(nesting => new state.Token('caption', 'figcaption', nesting))
  for (const edge of edges) edge.block = true
  return { quote: inside, attribution: edges.toSpliced(1, 0, line) }
}
