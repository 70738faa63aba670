// Where bundles go, and where it is recorded that they went there: the published folder, or a folder of changes.

import { join, resolve } from 'node:path'
import { noteUndelivered } from '../publish/undelivered.ts'
import { writeChanges } from '../publish/write-changes.ts'
import type { Folders } from '../store/journal.ts'
import { type LastPublish, nothingPending } from '../store/last-publish.ts'
import { noPublish } from '../store/last-site.ts'
import { joinChanges, noChanges, type OutputChanges } from '../store/output-changes.ts'
import type { OpenSite } from '../store/site-session.ts'
import type { Store } from '../store/store.ts'
import { writeEdits } from '../store/stored-tables.ts'
import { type Edits, editTables, type Tables } from '../store/tables.ts'
import { rfc3339 } from '../time/wire-time.ts'

export type IndexTarget = {
  /** The index as it is now, with all that was recorded. */
  readonly tables: Tables
  readonly last: LastPublish
  readonly folders: Folders
  /** Whether the published folder has all that was published. */
  readonly hasAllFiles: boolean
  /** Before files move: a run that is killed may leave them, and the rows say so. */
  readonly prepare: (rows: Edits) => Promise<void>
  /** After files moved: rows of those that are there now, and the changes to report; null when there are none. */
  readonly record: (rows: Edits, changes: OutputChanges | null) => Promise<void>
  /** No work is pending any more. */
  readonly finish: () => Promise<void>
}

type Opened = { readonly store: Store; readonly last: LastPublish }

/** Throws a plain line when there is no publish, or half of one, to make an index of. */
const opened = ({ lastSite }: OpenSite): Opened => {
  const { store, last } = lastSite
  if (store === null || last === null) throw noPublish(lastSite)
  if (last.pending.journal !== null)
    throw new Error('the last publish was interrupted; build again to finish it and the search index')
  return { store, last }
}

const lastRow = (last: LastPublish): Edits => new Map([['publish', new Map([['last', last]])]])

/** For the published folder. Each bundle counts once it is there; the report stays pending until all of them are. */
export const publishedTarget = (site: OpenSite, staging: string): IndexTarget => {
  const { store, last } = opened(site)
  return {
    tables: site.lastSite.tables,
    last,
    folders: { staging, published: site.folders.published },
    hasAllFiles: true,
    prepare: rows => writeEdits(store, [rows]),
    record: (rows, changes) => {
      if (changes === null) return writeEdits(store, [rows])
      const reported = joinChanges(last.pending.changes, changes)
      writeChanges(join(site.state, 'changes.json'), reported, nowOf(last))
      const notes = editTables(site.lastSite.tables)
      if (last.delivers) noteUndelivered(notes, changes)
      return writeEdits(store, [
        rows,
        notes.edits,
        lastRow({ ...last, pending: { ...last.pending, journal: null, changes: reported } }),
      ])
    },
    finish: () => writeEdits(store, [lastRow({ ...last, pending: { ...last.pending, ...nothingPending } })]),
  }
}

/**
 * For a folder that gets only changed files. Nothing counts before all of it is there, as nobody takes away the files of a
 * run that was killed. `isBegun`: it has the pages of the publish already, and reports them too.
 */
export const folderTarget = (
  site: OpenSite,
  staging: string,
  into: string,
  isBegun: boolean,
): IndexTarget => {
  const { store, last } = opened(site)
  const tables = editTables(site.lastSite.tables)
  let reported = isBegun ? last.pending.changes : noChanges
  return {
    tables,
    last,
    folders: { staging, published: join(resolve(into), 'site') },
    hasAllFiles: false,
    prepare: async () => {},
    record: async (rows, changes) => {
      for (const [table, edits] of rows) for (const [key, row] of edits) tables.set(table, key, row as never)
      if (changes === null) return
      noteUndelivered(tables, changes)
      reported = joinChanges(reported, asReadersHaveThem(tables, changes))
      writeChanges(join(resolve(into), 'changes.json'), reported, nowOf(last))
    },
    finish: () => {
      const pending = isBegun ? { ...last.pending, ...nothingPending } : last.pending
      return writeEdits(store, [tables.edits, lastRow({ ...last, pending, delivers: true })])
    },
  }
}

/** What was in a folder before that nobody acknowledged is new to readers, however often it was made since. */
const asReadersHaveThem = (tables: Tables, { added, changed, removed }: OutputChanges): OutputChanges => {
  const isNew = (file: string) => tables.get('undelivered', file) === 'added'
  const all = [...added, ...changed]
  return { added: all.filter(isNew), changed: all.filter(file => !isNew(file)), removed }
}

const nowOf = ({ viewpoint }: LastPublish): string => rfc3339(viewpoint.now, viewpoint.timezone)
