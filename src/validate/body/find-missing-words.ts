// Every word of a text stands on its page, in its order; or it is a problem. Two looks: what the blocks of the text hold, and what is shown of each.

import type { Token } from 'markdown-it'
import { lineStartsOf } from '../../domain/problem.ts'
import type { BodyFault } from './body-fault.ts'
import { compareWords } from './compare-words.ts'
import { referencesOf } from './find-reference-faults.ts'
import type { ReadBody } from './read-body.ts'
import { wordsOfBlocks } from './words-of-blocks.ts'
import { firstLost, shownWords } from './words-of-line.ts'
import { endOfWord, haveSameWords, startOfWord } from './words-only.ts'

/** `known`: faults found before; the words that they are about need no other. */
export const findMissingWords = (
  body: string,
  read: ReadBody,
  known: readonly BodyFault[],
): readonly BodyFault[] => {
  // What belongs to a box or a note is lost with it.
  if (known.some(({ code }) => /^(?:container|footnote|entry)-/.test(code))) return []
  const lines = new Set(known.map(({ line }) => line))
  return [...lostBlocks(body, read), ...lostInBlocks(read)].filter(({ line }) => !lines.has(line))
}

const lostBlocks = (body: string, { tokens, env }: ReadBody): readonly BodyFault[] => {
  const made = wordsOfBlocks(tokens, body.split('\n'), referencesOf(env).definitions)
  const starts = lineStartsOf(body)
  let line = 0
  return compareWords(body, made).map(({ start, end }) => {
    while ((starts[line + 1] ?? body.length) <= start) line++
    return { line, ...missing(body.slice(start, end)) }
  })
}

const lostInBlocks = ({ tokens, reader, written }: ReadBody): readonly BodyFault[] => {
  let line = 0
  return tokens.flatMap((token, at): readonly BodyFault[] => {
    if (token.map) line = token.map[0]
    if (token.type !== 'inline' || token.content === '') return []
    const shown = shownWords(childrenOf(tokens, at), written)
    if (shown === null || haveSameWords(shown, token.content)) return []
    const lost = firstLost(token.content, shown, reader)
    if (lost === null) return []
    const words = token.content.slice(startOfWord(token.content, lost), endOfWord(token.content, lost))
    return [{ line, ...missing(words) }]
  })
}

/** Who is quoted may have been cut off the last line of a pull quote. */
const childrenOf = (tokens: readonly Token[], at: number): readonly Token[] => {
  const children = tokens[at]?.children ?? []
  const next = tokens.slice(at + 1, at + 5).find(({ type }) => type === 'inline')
  return next?.content === '' ? [...children, ...(next.children ?? [])] : children
}

const missing = (text: string) => {
  const [words = ''] = text.split('\n')
  return {
    code: 'words-lost',
    words,
    message: `readers would not see “${words.length > 80 ? `${words.slice(0, 80).toWellFormed()}…` : words}”, or not where it stands`,
    hint: 'write it in a paragraph of its own, with a \\ before characters that mean something to markdown',
  }
}
