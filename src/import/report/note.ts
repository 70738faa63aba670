// A remark about one item of the archive: the report counts and lists notes by their message.

import { detached } from '../../system/detached.ts'
import { digestOf } from '../../system/digest.ts'

export type Note = {
  /** The same words for the same thing, so that notes can be counted. */
  readonly message: string
  /** The link, field or tag of this item that the message is about. */
  readonly detail: string | null
  /** Whether somebody should look at the story before readers see it; else it is only for the record. */
  readonly isForEditor: boolean
}

/** `reader`: "editor" where something is missing, lost or guessed. */
export type AddNote = (message: string, detail?: string, reader?: 'editor') => void

export type ItemNotes = { readonly notes: readonly Note[]; readonly addNote: AddNote }

/** A list of notes, and the function that adds to it. A note that is added again is not repeated. */
export const createNotes = (): ItemNotes => {
  const notes: Note[] = []
  const added = new Set<string>()
  const addNote: AddNote = (message, detail, reader) => {
    const shown = detail === undefined ? null : detached(isPath(detail) ? detail : shorten(detail))
    // Of what is written by the archive, only what is shown stays in memory: a detail is often a piece of a text.
    const key = `${message}\n${detail === undefined || shown === detail ? (shown ?? '') : digestOf(detail)}`
    if (added.has(key)) return
    added.add(key)
    notes.push({ message, detail: shown, isForEditor: reader === 'editor' })
  }
  return { notes, addNote }
}

/** One whose end is cut leads nowhere. */
const isPath = (text: string): boolean => /^\/\S{1,1000}$/.test(text)

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
