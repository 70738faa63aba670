// Every footnote has a text, and every text is asked for.

import type { Env, MarkdownIt, Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'
import { faultsOfLostWords } from './lost-words.ts'
import { proseLines } from './prose-lines.ts'

// Also in a list or a quotation.
const definition = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*\[\^([^\]\s]+)\]:/

/** Makes a markdown reader mark notes without a text or a name: readers would see them as they are written. */
export const markLostNotes = (markdown: MarkdownIt): void => {
  const reference = /\[\^[^\]\n]*\]/y
  markdown.inline.ruler.after('footnote_ref', 'footnote_lost', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x5b) return false
    reference.lastIndex = state.pos
    const [found] = reference.exec(state.src) ?? []
    if (found === undefined || reference.lastIndex > state.posMax) return false
    if (!silent) state.push('footnote_lost', '', 0).content = found
    state.pos += found.length
    return true
  })
}

type Noted = { readonly footnotes?: { readonly refs?: Readonly<Record<string, number>> } }

/** `env`: with what was noted while `body` was read into `tokens`. */
export const findNoteFaults = (body: string, tokens: readonly Token[], env: Env): readonly BodyFault[] => {
  const lost = faultsOfLostWords(tokens, 'footnote_lost', words =>
    /\^\]|\s/.test(words) ? noName(words) : noText(words),
  )
  const misplaced = tokens.flatMap(({ children, map }) =>
    refsInWords(children ?? []).map(
      (words): BodyFault => ({ line: map?.[0] ?? 0, words, ...inWords(words) }),
    ),
  )
  const { refs = {} } = (env as Noted).footnotes ?? {}
  const empty = new Set(
    tokens.flatMap(({ type, meta }, at) =>
      type === 'footnote_open' && tokens[at + 1]?.type === 'footnote_anchor' ? [String(meta?.label)] : [],
    ),
  )
  const seen = new Set<string>()
  const defined = proseLines(body).flatMap(({ line, text }): readonly BodyFault[] => {
    const label = definition.exec(text)?.[1]
    if (label === undefined || refs[`:${label}`] === undefined) return []
    const words = `[^${label}]`
    if (seen.size === seen.add(label).size) return [{ line, words, ...repeated(words) }]
    if (refs[`:${label}`] === -1) return [{ line, words, ...unused(words) }]
    return empty.has(label) ? [{ line, words, ...noText(words) }] : []
  })
  return [...lost, ...misplaced, ...defined]
}

/** A link with a note in its words is none, and stays as it is written; the words of a picture are no place to come back to. */
const refsInWords = (children: readonly Token[]): readonly string[] => {
  const written = (token: Token | undefined) => `[^${token?.meta?.label}]`
  const isRef = ({ type }: Token) => type === 'footnote_ref'
  const inPictures = children.flatMap(child => (child.children ?? []).filter(isRef))
  const inLinks = children.filter(
    (child, at) =>
      isRef(child) &&
      children.slice(at + 1).some(({ type, content }) => type === 'text' && /^[^[]*\]\(/.test(content)),
  )
  return [...inPictures, ...inLinks].map(written)
}

const inWords = (words: string) => ({
  code: 'footnote-misplaced',
  message: `the footnote ${words} is inside the words of a link or a picture`,
  hint: 'move it after the link or picture',
})

const noName = (words: string) => ({
  code: 'footnote-no-name',
  message: `${words} is not the name of a footnote`,
  hint: `write a name without spaces, such as [^1], or \\${words} to show it as it is`,
})

const noText = (words: string) => ({
  code: 'footnote-no-text',
  message: `the footnote ${words} has no text`,
  hint: `add a line “${words}: …”, or write \\${words} to show it as it is`,
})

const unused = (words: string) => ({
  code: 'footnote-unused',
  message: `the text never refers to the footnote ${words}`,
  hint: `write ${words} after the words that it explains, or remove it`,
})

const repeated = (words: string) => ({
  code: 'footnote-repeated',
  message: `the footnote ${words} is defined twice, and readers would see only one`,
  hint: 'rename one of them',
})
