// What `markdown-it-footnote` does with notes once they are found, in time that grows as the text does.

import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'
import { findAhead } from './search-ahead.ts'

/** As the package keeps them. */
type Notes = {
  /** ":label" → its number; -1 for a note that nothing has referred to so far. */
  readonly refs?: Record<string, number>
  list?: { readonly label: string; count: number }[]
}

/** Takes the place of two rules of the package, which look at all of the text, or of the notes, for each note. */
export const replaceNoteRules = (markdown: MarkdownIt): void => {
  markdown.inline.ruler.at('footnote_ref', readReference)
  markdown.core.ruler.at('footnote_tail', listNotes)
}

const notesOf = ({ env }: StateInline | StateCore): Notes | undefined =>
  (env as { readonly footnotes?: Notes }).footnotes

/** `[^label]`, when there is such a note. */
const readReference = (state: StateInline, silent: boolean): boolean => {
  const notes = notesOf(state)
  if (notes?.refs === undefined || !state.src.startsWith('[^', state.pos)) return false
  const end = findAhead(state, ']')
  if (end === -1 || end >= state.posMax || isBefore(end, findAhead(state, ' '), findAhead(state, '\n')))
    return false
  const label = state.src.slice(state.pos + 2, end)
  const known = notes.refs[`:${label}`]
  if (known === undefined) return false
  if (!silent) {
    notes.list ??= []
    const id = known < 0 ? notes.list.push({ label, count: 0 }) - 1 : known
    notes.refs[`:${label}`] = id
    const note = notes.list[id]
    state.push('footnote_ref', '', 0).meta = { id, subId: note?.count, label }
    if (note) note.count++
  }
  state.pos = end + 1
  return true
}

/** Whether one of the others comes first. -1 is nowhere. */
const isBefore = (end: number, ...others: readonly number[]): boolean =>
  others.some(other => other !== -1 && other < end)

/** Moves the notes behind the text, in the order of their numbers; those without one go. */
const listNotes = (state: StateCore): void => {
  const notes = notesOf(state)
  if (notes === undefined) return
  const { text, noteOf } = separate(state.tokens)
  state.tokens = text
  if (notes.list === undefined) return
  text.push(new state.Token('footnote_block_open', '', 1))
  for (const [id, { label, count }] of notes.list.entries()) {
    const open = new state.Token('footnote_open', '', 1)
    open.meta = { id, label }
    text.push(open)
    for (const token of noteOf.get(label) ?? []) text.push(token)
    // The way back stands in the note's last paragraph.
    const last = text.at(-1)?.type === 'paragraph_close' ? text.pop() : undefined
    for (let subId = 0; subId < Math.max(1, count); subId++) {
      const anchor = new state.Token('footnote_anchor', '', 0)
      anchor.meta = { id, subId, label }
      text.push(anchor)
    }
    if (last) text.push(last)
    text.push(new state.Token('footnote_close', '', -1))
  }
  text.push(new state.Token('footnote_block_close', '', -1))
}

/** What stands between the lines that define notes, and each note by its label: of two, the later one. */
const separate = (tokens: readonly Token[]) => {
  const text: Token[] = []
  const noteOf = new Map<string, readonly Token[]>()
  let note: Token[] | null = null
  let label = ''
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      note = []
      label = String(token.meta?.label)
    } else if (token.type === 'footnote_reference_close') {
      if (note) noteOf.set(label, note)
      note = null
    } else (note ?? text).push(token)
  }
  return { text, noteOf }
}
