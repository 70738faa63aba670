// `::: pullquote`: a quotation set large, with who said it on a last line that begins with a dash.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import container from 'markdown-it-container'

const open = 'container_pullquote_open'
const close = 'container_pullquote_close'

export const addPullQuotes = (markdown: MarkdownIt): void => {
  markdown.use(container, 'pullquote')
  markdown.renderer.rules[open] = () => '<figure class="pullquote">\n'
  markdown.renderer.rules[close] = () => '</figure>\n'
  markdown.core.ruler.push('pull_quotes', state => {
    if (state.tokens.some(token => token.type === open)) state.tokens = withQuotes(state)
  })
}

const withQuotes = (state: StateCore): Token[] => {
  const result: Token[] = []
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index] as Token
    result.push(token)
    if (token.type !== open) continue
    const end = state.tokens.findIndex(
      (other, at) => at > index && other.type === close && other.level === token.level,
    )
    const inside = state.tokens.slice(index + 1, end)
    const attribution = attributionOf(inside)
    result.push(new state.Token('quote_open', 'blockquote', 1))
    result.push(...(attribution ? inside.slice(0, -3) : inside))
    result.push(new state.Token('quote_close', 'blockquote', -1))
    if (attribution) result.push(...attribution)
    index = end - 1
  }
  return result
}

/** The last paragraph, made a caption, when it begins with a dash. */
const attributionOf = (inside: readonly Token[]): Token[] | null => {
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
