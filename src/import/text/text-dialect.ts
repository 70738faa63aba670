// How the bodies of an old site were written: its markdown and its template tags.

import type { AddNote } from '../report/note.ts'

export type BodyFormat = 'markdown' | 'html'

export type TextDialect = {
  /** Whether lines set off by four spaces are code. */
  readonly hasIndentedCode: boolean
  /** Where two languages could read a tag, the first does. */
  readonly tags: readonly TagLanguage[]
}

export type TagLanguage = {
  /** The characters that its tags begin with, such as `{%`. */
  readonly openings: readonly string[]
  /** Null when no tag of the language begins at `start`, where an opening stands. */
  readonly read: (text: string, start: number) => TemplateTag | null
}

export type TemplateTag = {
  readonly start: number
  readonly end: number
  /** Null when the tag has no plain meaning. */
  readonly resolve: (context: TagContext) => TagReplacement | null
}

/** `text` stands for all from the start of the tag to `end`, which may lie behind a closing tag. */
export type TagReplacement = { readonly text: string; readonly end: number }

export type TagContext = {
  /** What the text around the tag is written in. */
  readonly format: BodyFormat
  /** A front matter field as text, or null. */
  readonly fieldText: (name: string) => string | null
  /** The address of the story that a tag names by its file, or null. */
  readonly addressOfFile: (name: string) => string | null
  /** The tag is shown inside code. */
  readonly isCode: boolean
  readonly addNote: AddNote
}
