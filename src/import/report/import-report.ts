// What an import reports: every item of the archive, with what became of it, and every other file.

import type { Note } from './note.ts'

/**
 * What became of an item: a story was written (`imported`), written anew as the archive has changed (`updated`), is there
 * already (`present`), or stays as an editor has changed it (`kept`). No story was made of one that is `rejected`. What is
 * `skipped` is no item, but a picture, say.
 */
export type ItemStatus = 'imported' | 'updated' | 'present' | 'kept' | 'rejected' | 'skipped'

export type ReportedFile = {
  /** Its path in the archive. */
  readonly file: string
  readonly status: ItemStatus
  /** The story's file in the site; null when there is none. */
  readonly story: string | null
  /** Those of the old site that lead to the story. */
  readonly addresses: readonly string[]
  /** Why the old site did not show it, so that it is a draft; null for others. */
  readonly draftReason: string | null
  /** Why no story was made of it; empty for others. */
  readonly reason: string
  readonly notes: readonly Note[]
}

export type ImportReport = {
  readonly from: string
  readonly to: string
  /** The kind of archive, "a Hugo site". */
  readonly source: string
  readonly zone: string
  readonly isDryRun: boolean
  readonly files: readonly ReportedFile[]
  /** What the old site's own redirects, its lists and its feeds became. */
  readonly redirects: {
    readonly rows: readonly (readonly [from: string, to: string])[]
    /** The new site has the same at the same address. */
    readonly asBefore: readonly string[]
    readonly lost: readonly { readonly address: string; readonly reason: string }[]
  }
  /** About the whole archive. */
  readonly remarks: readonly string[]
}

/** The items add up: all of them are stories, drafts, or not taken. */
export type SortedItems = {
  readonly stories: readonly ReportedFile[]
  readonly drafts: readonly ReportedFile[]
  readonly notTaken: readonly ReportedFile[]
  readonly others: readonly ReportedFile[]
}

export const sortItems = ({ files }: ImportReport): SortedItems => {
  const taken = files.filter(({ story }) => story !== null)
  return {
    stories: taken.filter(({ draftReason }) => draftReason === null),
    drafts: taken.filter(({ draftReason }) => draftReason !== null),
    notTaken: files.filter(({ status, story }) => story === null && status !== 'skipped'),
    others: files.filter(({ status }) => status === 'skipped'),
  }
}
