// What tells two versions of a live entry apart, whatever stands around it: a page of closed hours changes with its own entries only.

import type { Token } from 'markdown-it'
import type { Instant } from '../domain/instant.ts'
import type { LiveEntry } from '../domain/live-blog.ts'
import { digestOf } from '../system/digest.ts'
import { endOfBox } from './boxes.ts'
import { entryAt } from './live-entries.ts'

export type EntryMarks = Pick<LiveEntry, 'bytes' | 'digest' | 'ids'>

/** `tokens`: of a whole text, as it was read. */
export const marksOfEntries = (tokens: readonly Token[]): ReadonlyMap<Instant, EntryMarks> => {
  const notes = notesAmong(tokens)
  const marks = new Map<Instant, EntryMarks>()
  for (let at = 0; at < tokens.length; at++) {
    const open = tokens[at] as Token
    const instant = open.level === 0 ? entryAt(open) : null
    if (instant === null) continue
    const end = endOfBox(tokens, at)
    const inside = tokens.slice(at, end + 1)
    const all = [inside, ...labelsIn(inside, notes).map(label => notes.get(label) ?? [])]
    marks.set(instant, {
      bytes: all.flat().reduce((sum, token) => sum + bytesOf(token), 0),
      digest: digestOf(JSON.stringify(all.map(group => group.map(factsOf)))),
      ids: inside.flatMap(token =>
        token.type === 'heading_open' ? [token.attrGet('id')].filter(id => typeof id === 'string') : [],
      ),
    })
    at = end
  }
  return marks
}

/** Of entries on one page, in their order. */
export const digestOfEntries = (entries: readonly Pick<LiveEntry, 'at' | 'digest'>[]): string =>
  digestOf(JSON.stringify(entries.map(({ at, digest }) => [at, digest])))

const bytesOf = ({ type, content, info }: Token): number =>
  type === 'inline' || type === 'fence' ? Buffer.byteLength(content) : Buffer.byteLength(info)

/** All but ids of subheads and numbers of notes, which follow from what else is on a page. */
const factsOf = ({ type, tag, attrs, content, info, children, meta }: Token): unknown => [
  ...[type, tag, info],
  (attrs ?? []).filter(([name]) => type !== 'heading_open' || name !== 'id'),
  type === 'footnote_ref' ? meta?.label : null,
  type === 'inline' ? (children ?? []).map(factsOf) : content,
]

const notesAmong = (tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> => {
  const notes = new Map<string, readonly Token[]>()
  let note: Token[] | null = null
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      note = []
      notes.set(String(token.meta?.label), note)
    } else if (token.type === 'footnote_close') note = null
    else if (token.type !== 'footnote_anchor') note?.push(token)
  }
  return notes
}

/** Of the notes that these tokens refer to, and those that such notes refer to. */
const labelsIn = (
  tokens: readonly Token[],
  notes: ReadonlyMap<string, readonly Token[]>,
): readonly string[] => {
  const refersTo = (inside: readonly Token[]) =>
    inside
      .flatMap(({ children }) => children ?? [])
      .flatMap(({ type, meta }) => (type === 'footnote_ref' ? [String(meta?.label)] : []))
  const labels = new Set(refersTo(tokens))
  // The set grows while it is walked through.
  for (const label of labels) for (const more of refersTo(notes.get(label) ?? [])) labels.add(more)
  return [...labels]
}
