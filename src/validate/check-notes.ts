// Every footnote has a text, and every text is asked for.

import type { Env, MarkdownIt, Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'
import { proseLines } from './prose-lines.ts'

const definition = /^ {0,3}(?:>[ \t]?)*\[\^([^\]\s]+)\]:/

/** Makes a reader of markdown tell of notes that have no text: they would stay on the page as they are written. */
export const seeLostNotes = (markdown: MarkdownIt): void => {
  const reference = /\[\^[^\]\s]+\]/y
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
export const checkNotes = (body: string, tokens: readonly Token[], env: Env): readonly BodyFault[] => {
  const lost = tokens.flatMap(({ children, map }) =>
    (children ?? [])
      .filter(({ type }) => type === 'footnote_lost')
      .map(({ content }): BodyFault => ({ line: map?.[0] ?? 0, words: content, ...noText(content) })),
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
  return [...lost, ...defined]
}

const noText = (words: string) => ({
  code: 'footnote-no-text',
  message: `the footnote ${words} has no text`,
  hint: `add a line “${words}: …”, or write \\${words} where no footnote is meant`,
})

const unused = (words: string) => ({
  code: 'footnote-unused',
  message: `nothing in the text leads to the footnote ${words}`,
  hint: `write ${words} behind the words that it explains, or remove it`,
})

const repeated = (words: string) => ({
  code: 'footnote-repeated',
  message: `there is another footnote ${words} above, and only one of the two would be shown`,
  hint: 'give one of them another name',
})
