// Every footnote has a text, and every text is asked for.

import type { Env, MarkdownIt, Token } from 'markdown-it'
import type { Fault } from '../../domain/problem.ts'
import { findAhead } from '../../markdown/search-ahead.ts'
import type { BodyFault } from './body-fault.ts'
import { faultsOfLostWords } from './lost-words.ts'
import { proseLines } from './prose-lines.ts'

// Also in a list or a quotation.
const definition = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*\[\^([^\]\s]+)\]:/

/** Makes a markdown reader mark notes without a text or a name: readers would see them as they are written. */
export const markLostNotes = (markdown: MarkdownIt): void => {
  const reference = /\[\^[^\]\n]*\]/y
  markdown.inline.ruler.after('footnote_ref', 'footnote_lost', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x5b || !isClosedInLine(state)) return false
    reference.lastIndex = state.pos
    const [found] = reference.exec(state.src) ?? []
    if (found === undefined || reference.lastIndex > state.posMax) return false
    if (!silent) state.push('footnote_lost', '', 0).content = found
    state.pos += found.length
    return true
  })
}

const isClosedInLine = (state: Parameters<typeof findAhead>[0]): boolean => {
  const [end, lineEnd] = [findAhead(state, ']'), findAhead(state, '\n')]
  return end !== -1 && (lineEnd === -1 || end < lineEnd)
}

/** Label → number; -1 for a note that nothing refers to. */
type Refs = Readonly<Record<string, number>>

/** `env`: with the footnotes that were met while `body` was read into `tokens`. */
export const findNoteFaults = (body: string, tokens: readonly Token[], env: Env): readonly BodyFault[] => {
  const { refs = {} } = (env as { readonly footnotes?: { readonly refs?: Refs } }).footnotes ?? {}
  return [
    ...eachOnce(
      faultsOfLostWords(tokens, 'footnote_lost', words =>
        /\^\]|\s/.test(words) ? noName(words) : lostNote(words, body, Object.keys(refs)),
      ),
    ),
    ...tokens.flatMap(({ children, map }) =>
      refsInWords(children ?? []).map(
        (words): BodyFault => ({ line: map?.[0] ?? 0, words, ...inWords(words) }),
      ),
    ),
    ...faultsOfDefinitions(body, refs, emptyNotes(tokens)),
  ]
}

/** A note that is missing is one fault, however many words refer to it. */
const eachOnce = (faults: readonly BodyFault[]): readonly BodyFault[] =>
  [...new Map(faults.toReversed().map(fault => [fault.words, fault])).values()].reverse()

/** `[^1] First.`, without its colon, or `[^A]: …` for `[^a]`. */
const lostNote = (words: string, body: string, keys: readonly string[]): Fault => {
  const text = proseLines(body)
    .find(line => line.text.startsWith(`${words} `))
    ?.text.slice(words.length)
  if (text !== undefined)
    return { ...noText(words), hint: `write a colon behind it where its text stands: ${words}:${text}` }
  const label = (name: string) => name.replace(/^:|[[\]^]/g, '').toLowerCase()
  const other = keys.find(key => label(key) === label(words))
  return other === undefined
    ? noText(words)
    : { ...noText(words), hint: `did you mean “[^${other.slice(1)}]”? Capital letters count` }
}

/** The labels of notes whose definition has no text. */
const emptyNotes = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(
    tokens.flatMap(({ type, meta }, at) =>
      type === 'footnote_open' && tokens[at + 1]?.type === 'footnote_anchor' ? [String(meta?.label)] : [],
    ),
  )

const faultsOfDefinitions = (body: string, refs: Refs, empty: ReadonlySet<string>): readonly BodyFault[] => {
  const defined = new Set<string>()
  return proseLines(body).flatMap(({ line, text }): readonly BodyFault[] => {
    const label = definition.exec(text)?.[1]
    const number = refs[`:${label}`]
    if (label === undefined || number === undefined) return []
    const words = `[^${label}]`
    if (defined.has(label)) return [{ line, words, ...repeated(words) }]
    defined.add(label)
    if (number === -1) return [{ line, words, ...unused(words) }]
    return empty.has(label) ? [{ line, words, ...noText(words) }] : []
  })
}

/** A link with a note in its words is none, and stays as it is written; the words of a picture are no place to come back to. */
const refsInWords = (children: readonly Token[]): readonly string[] => {
  const written = (token: Token | undefined) => `[^${token?.meta?.label}]`
  const isRef = ({ type }: Token) => type === 'footnote_ref'
  const inPictures = children.flatMap(child => (child.children ?? []).filter(isRef))
  const end = children.findLastIndex(({ type, content }) => type === 'text' && /^[^[]*\]\(/.test(content))
  const inLinks = children.slice(0, Math.max(0, end)).filter(isRef)
  return [...inPictures, ...inLinks].map(written)
}

const inWords = (words: string): Fault => ({
  code: 'footnote-misplaced',
  message: `the footnote ${words} is inside the words of a link or a picture`,
  hint: 'move it after the link or picture',
})

const noName = (words: string): Fault => ({
  code: 'footnote-no-name',
  message: `${words} is not the name of a footnote`,
  hint: `write a name without spaces, such as [^1], or \\${words} to show it as it is`,
})

const noText = (words: string): Fault => ({
  code: 'footnote-no-text',
  message: `the footnote ${words} has no text`,
  hint: `add a line “${words}: …”, or write \\${words} to show it as it is`,
})

const unused = (words: string): Fault => ({
  code: 'footnote-unused',
  message: `the text never refers to the footnote ${words}`,
  hint: `write ${words} after the words that it explains, or remove it`,
})

const repeated = (words: string): Fault => ({
  code: 'footnote-repeated',
  message: `the footnote ${words} is defined twice, and readers would see only one`,
  hint: 'rename one of them',
})
