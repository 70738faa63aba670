// A kind of archive: all in which Hugo, Jekyll, Eleventy and a plain folder of files differ.

import type { Result } from '../../domain/result.ts'
import type { Fields } from '../fields/read-fields.ts'
import type { AddNote } from '../report/note.ts'
import type { BodyFormat, TagValues, TextDialect } from '../text/text-dialect.ts'
import type { DayOrder } from '../times/day-order.ts'
import type { Archive } from './archive.ts'
import type { OldRedirect } from './host-redirects.ts'
import type { OldPage, PublicStory } from './old-page.ts'
import type { OldSettings } from './old-settings.ts'

/** Another kind of archive is one more of these objects, named in detect-source.ts. */
export type ArchiveSource = TextDialect & {
  /** With its article, as the report says it: "a Hugo site". */
  readonly name: string
  /** `certain`: it left its own files. `likely`: its stories look like it, so it is chosen where none is certain. */
  readonly detect: (archive: Archive) => 'certain' | 'likely' | 'no'
  /** All that the archive holds, so that the report can speak of all; in code-point order of their paths. */
  readonly entries: (archive: Archive) => readonly ArchiveEntry[]
  readonly settings: (archive: Archive) => OldSettings
  /** Names behind the keys that stories give their authors by: "jdoe" is "Jane Doe". */
  readonly authorNames: (archive: Archive) => ReadonlyMap<string, string>
  /** What names in the template tags of a story stand for, by its fields; asked for anew for each text. */
  readonly values?: (archive: Archive) => (fields: Fields) => TagValues
  /** Redirects that only this kind of archive knows of; those of servers are read of all. */
  readonly redirects?: (archive: Archive) => readonly OldRedirect[]
  /** Lists, feeds and other pages that the old site made of these stories. */
  readonly pages?: (archive: Archive, stories: readonly PublicStory[]) => readonly OldPage[]
  /** Cuts the text of the field `categories`, where it is no list. */
  readonly categorySeparator: RegExp
  /** The pattern of addresses of a site whose settings name none; empty where each story names its own, or had none. */
  readonly defaultPattern: string
  /** How this kind of site reads a date such as 1/2/2020, where it has a way of its own. */
  readonly dayOrder?: DayOrder
  /** Whether a program noted the times, so that midnight is one like any other. */
  readonly hasExactTimes?: boolean
  /** Whether the folders of an entry's path are categories. */
  readonly hasFolders: boolean
  /** Whether the address that a story names for itself may be a pattern, such as /:year/:title/. */
  readonly hasPatternsInStories: boolean
}

/** `file` is a path in the archive. A source that reads one large file makes up a path for each story in it. */
export type ArchiveEntry =
  | {
      readonly kind: 'story'
      readonly file: string
      /** The fault says why the story cannot be imported. */
      readonly read: (addNote: AddNote) => Result<OldStory, string>
    }
  | { readonly kind: 'skipped'; readonly file: string; readonly reason: string }

export type OldStory = {
  /** By the names that front matter has for them. */
  readonly fields: Fields
  /** Markdown in which HTML and the source's tags may stand, or HTML in which its tags may stand. */
  readonly body: string
  /** Markdown where it is left out. HTML is never read as markdown. */
  readonly format?: BodyFormat
  /** Why the old site did not show it, where its own fields do not say so: a setting of its folder, of the site, a time that is over. */
  readonly notPublic?: string
  /** It was public once: readers of its address are led to `to`, or, where that is null, hear that it is gone. */
  readonly became?: { readonly to: string | null }
  /** The path it had there, where the source can tell without the pattern of all addresses. */
  readonly ownAddress?: string
  /** The last part of that path in the letters that it had, where the field `slug` lacks them. */
  readonly writtenSlug?: string
  /** The folders that say what it is about, where those of its path do not. */
  readonly folders?: readonly string[]
}
