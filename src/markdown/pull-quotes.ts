// `::: pullquote`: a quotation set large, with who said it on a last line that begins with a dash.

import type { MarkdownIt, Token } from 'markdown-it'
import { turnBoxes } from './boxes.ts'

export const addPullQuotes = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('pull_quotes', state => {
    turnBoxes(state, 'pullquote', ({ open, inside, close }) => {
      open.tag = close.tag = 'figure'
      open.attrSet('class', 'pullquote')
      const attribution = attributionOf(inside)
      return [
        open,
        new state.Token('quote_open', 'blockquote', 1),
        ...(attribution ? inside.slice(0, -3) : inside),
        new state.Token('quote_close', 'blockquote', -1),
        ...(attribution ?? []),
        close,
      ]
    })
  })
}

/** The last paragraph, made a caption, when it begins with a dash. */
const attributionOf = (inside: readonly Token[]): readonly Token[] | null => {
  const [opening, inline, closing] = inside.slice(-3)
  if (
    !opening ||
    !inline ||
    !closing ||
    opening.type !== 'paragraph_open' ||
    !/^(—|–|--) /.test(inline.content)
  )
    return null
  opening.tag = 'figcaption'
  closing.tag = 'figcaption'
  return [opening, inline, closing]
}
