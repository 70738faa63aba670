// What other programs, wires and the newsroom itself left in a story's text, with its line. Code may hold all of it.

import type { Token } from 'markdown-it'
import { findLeftovers, mayHaveLeftovers } from '../text/find-leftovers.ts'
import type { BodyFault } from './body-fault.ts'

/** A comment of Google Docs: its mark behind the words, and its words at the end of the text. */
const noteAt = /^\[([a-z]{1,2})\](?![([:]|\s*$)/gm

export const mayHaveLeftoversInBody = (body: string): boolean =>
  mayHaveLeftovers(body) || (body.includes('[') && noteLine.test(body))

const noteLine = /^\[[a-z]{1,2}\]/m

export const findLeftoverFaults = (body: string, tokens: readonly Token[]): readonly BodyFault[] => {
  if (!mayHaveLeftoversInBody(body)) return []
  let line = 0
  const marks = new Set<string>()
  const found = new Map<string, BodyFault>()
  for (const token of tokens) {
    // The text of a table's cell does not know its own.
    if (token.map) line = token.map[0]
    if (token.type !== 'inline') continue
    const text = withoutCode(token)
    for (const { words, fault } of findLeftovers(text)) {
      const kind = fault.message.replace(/^.*: it looks/s, '')
      if (!found.has(kind)) found.set(kind, { line, words: words.split('\n')[0] ?? '', severity, ...fault })
    }
    const note = [...text.matchAll(noteAt)].find(([, mark = '']) => marks.has(mark))
    if (note && !found.has('note')) found.set('note', { line, words: note[0], severity, ...comment(note[0]) })
    for (const [, mark = ''] of text.matchAll(/(?<=\S[ \t]{0,3})\[([a-z]{1,2})\]/g)) marks.add(mark)
  }
  return [...found.values()]
}

const severity = 'warning'

const withoutCode = ({ content, children }: Token): string =>
  (children ?? []).some(({ type }) => type === 'code_inline')
    ? content.replace(/(`+)[^`]+\1/g, code => '\u{200b}'.repeat(code.length))
    : content

const comment = (mark: string) => ({
  code: 'leftover-in-text',
  message: `readers would see what stands behind ${mark}: it looks like a comment of Google Docs`,
  hint: 'remove it, and its mark in the text; in Google Docs, resolve the comments before you copy',
})
