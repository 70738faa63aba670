// What the import has to say about a file: the report groups notes by `what`.

export type Note = {
  /** The same words for the same thing, so that notes can be counted. */
  readonly what: string
  /** What it was in this file: a link, a field, a tag. */
  readonly detail: string | null
}

export type Tell = (what: string, detail?: string) => void

/** A list of notes, and the function that adds to it. A note said twice of one file stands once. */
export const createNotes = (): { readonly notes: readonly Note[]; readonly tell: Tell } => {
  const notes: Note[] = []
  const said = new Set<string>()
  const tell: Tell = (what, detail) => {
    const key = `${what}\n${detail ?? ''}`
    if (said.has(key)) return
    said.add(key)
    notes.push({ what, detail: detail === undefined ? null : shorten(detail) })
  }
  return { notes, tell }
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
