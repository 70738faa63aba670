// `::: name words`: boxes that are set apart from a story's text. Each kind of box has a file of its own.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import container from 'markdown-it-container'

export const boxNames = ['pullquote', 'keypoints', 'facts', 'timeline', 'entry'] as const

export type BoxName = (typeof boxNames)[number]

/** The text behind the colons; null when it names no box. */
export const readBox = (line: string): { readonly name: BoxName; readonly words: string } | null => {
  const [, first, words = ''] = /^\s*(\S+)\s*(.*?)\s*$/s.exec(line) ?? []
  const name = boxNames.find(known => known === first)
  return name === undefined ? null : { name, words }
}

/** One rule reads them all: each rule more would be asked about every line of every story. */
export const addBoxes = (markdown: MarkdownIt): void => {
  markdown.use(container, 'box', { validate: line => readBox(line) !== null })
  // It would give each box a class of its own.
  for (const edge of ['open', 'close'])
    Reflect.deleteProperty(markdown.renderer.rules, `container_box_${edge}`)
}

/** Whether a paragraph opens here that is still one, and not, say, the caption of a table. */
export const isPlainParagraph = (token: Token | undefined): token is Token =>
  token?.type === 'paragraph_open' && token.tag === 'p'

export type Box = {
  readonly open: Token
  readonly inside: readonly Token[]
  readonly close: Token
  readonly words: string
}

/** Replaces every box of this name by the tokens that `replace` returns. */
export const replaceBoxes = (
  state: StateCore,
  name: BoxName,
  replace: (box: Box) => readonly Token[],
): void => {
  // Most stories have none, and a look at every token for each kind would cost them several per cent.
  if (!state.src.includes(':::')) return
  const isBox = (token: Token) => token.type === 'container_box_open' && readBox(token.info)?.name === name
  const replaced = (tokens: readonly Token[]): Token[] => {
    if (!tokens.some(isBox)) return [...tokens]
    const result: Token[] = []
    for (let index = 0; index < tokens.length; index++) {
      const open = tokens[index] as Token
      if (!isBox(open)) {
        result.push(open)
        continue
      }
      const end = endOfBox(tokens, index)
      const inside = replaced(tokens.slice(index + 1, end))
      const words = readBox(open.info)?.words ?? ''
      // Not as arguments: a long box has more tokens than a call can have.
      for (const token of replace({ open, inside, close: tokens[end] as Token, words })) result.push(token)
      index = end
    }
    return result
  }
  if (state.tokens.some(isBox)) state.tokens = replaced(state.tokens)
}

/** `at`: where it opens. */
export const endOfBox = (tokens: readonly Token[], at: number): number => {
  const level = tokens[at]?.level
  for (let index = at + 1; index < tokens.length; index++)
    if (tokens[index]?.type === 'container_box_close' && tokens[index]?.level === level) return index
  return -1
}

/** A heading inside a box, for `subheads.ts` to find its level. */
export const boxHeading = (state: StateCore, { open }: Box, words: string, meta: object): Token[] => {
  const heading = new state.Token('heading_open', 'h2', 1)
  const inline = new state.Token('inline', '', 0)
  const close = new state.Token('heading_close', 'h2', -1)
  heading.meta = { ...meta }
  inline.content = words
  inline.children = []
  for (const token of [heading, inline, close]) {
    token.block = true
    token.map = open.map
    token.level = open.level + 1
  }
  return [heading, inline, close]
}
