// A remark about one file of the archive: the report counts and lists notes by their message.

export type Note = {
  /** The same words for the same thing, so that notes can be counted. */
  readonly message: string
  /** The link, field or tag of this file that the message is about. */
  readonly detail: string | null
}

export type AddNote = (message: string, detail?: string) => void

/** A list of notes, and the function that adds to it. A note that is added again is not repeated. */
export const createNotes = (): { readonly notes: readonly Note[]; readonly addNote: AddNote } => {
  const notes: Note[] = []
  const added = new Set<string>()
  const addNote: AddNote = (message, detail) => {
    const key = `${message}\n${detail ?? ''}`
    if (added.has(key)) return
    added.add(key)
    notes.push({ message, detail: detail === undefined ? null : shorten(detail) })
  }
  return { notes, addNote }
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
