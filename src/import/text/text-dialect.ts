// How the bodies of an old site were written: its markdown and its template tags.

import type { AddNote } from '../report/note.ts'
import type { TagMeanings } from '../tags/tag-meanings.ts'

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

/** A tag by its name, with its arguments. */
export type TagCall = {
  readonly name: string
  readonly values: readonly string[]
  readonly named: ReadonlyMap<string, string>
  /** The tag without its arguments, as the report has it: `{{< card-quote >}}`. */
  readonly label: string
  /** Finds the tag that ends it. */
  readonly closing: RegExp
  /** It ends another one. */
  readonly isEnd: boolean
}

export type TemplateTag = {
  readonly start: number
  readonly end: number
  /** Null for what is only printed. */
  readonly call?: TagCall
  /** Null when the tag has no plain meaning. */
  readonly resolve: (context: TagContext) => TagReplacement | null
}

/** `text` stands for all from the start of the tag to `end`, which may lie behind a closing tag. */
export type TagReplacement = { readonly text: string; readonly end: number }

/** What the names in the tags of one text stand for, as far as data says it. Tags set some in their turn. */
export type TagValues = {
  /** What an expression prints, or null. */
  readonly textOf: (expression: string) => string | null
  /** Whether the name has a value now. */
  readonly set: (name: string, expression: string) => boolean
  readonly put: (name: string, value: unknown) => boolean
  /** The name may have any value from here on. */
  readonly bar: (name: string) => void
  /** Null when the data does not say. */
  readonly isTrue: (condition: string) => boolean | null
  /** The entries of a list, or null. */
  readonly entriesOf: (expression: string) => readonly unknown[] | null
}

export type TagContext = {
  /** What the text around the tag is written in. */
  readonly format: BodyFormat
  /** A front matter field as text, or null. */
  readonly fieldText: (name: string) => string | null
  /** The address of the story that a tag names by its file, or null. */
  readonly addressOfFile: (name: string) => string | null
  /** The tag is shown inside code. */
  readonly isCode: boolean
  /** Where the next tag of this form stands behind an offset. */
  readonly findClosing: (
    closing: RegExp,
    from: number,
  ) => { readonly start: number; readonly end: number } | null
  /** What an editor says that tags stand for. */
  readonly meanings?: TagMeanings
  /** What names in tags stand for; nothing, where the generator's data is not known. */
  readonly values?: TagValues
  /** Resolves the tags of a text that stands inside a tag. */
  readonly fill: (inside: string) => string
  /** Hears of each tag that nobody knows, by its label. */
  readonly countUnknown?: (label: string, name: string | null) => void
  readonly addNote: AddNote
}

/** What is the same for all tags of a text. */
export type TagRules = Omit<TagContext, 'isCode' | 'findClosing' | 'fill'>
