// The series that came with the archive: they are added to the site, and their stories belong to them.

import { join } from 'node:path'
import { namesFileOf } from '../domain/site-paths.ts'
import { exists, readText, writeFile } from '../system/files.ts'
import { addSeries } from './add-series.ts'
import type { Draft } from './read-draft.ts'

type KeptSeries = {
  readonly drafts: readonly Draft[]
  /** For the report. */
  readonly remarks: readonly string[]
  readonly write: () => void
}

const file = namesFileOf('series')

/** Only series that readers of the old site could see: those of drafts alone are left out. */
export const keepSeries = (site: string, drafts: readonly Draft[]): KeptSeries => {
  const shown = drafts.filter(({ draftReason }) => draftReason === null)
  // The first that has a name writes it.
  const added = new Map(
    shown.toReversed().flatMap(({ newSeries }) => (newSeries === null ? [] : [[newSeries.key, newSeries]])),
  )
  const path = join(site, file)
  const text = exists(path) ? readText(path) : ''
  const series = [...added.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const written = series.length === 0 || text === null ? null : addSeries(text, series)
  const names = series.map(({ name }) => name).join(', ')
  return {
    drafts: drafts.map(draft => withSeries(draft, written === null ? new Set() : new Set(added.keys()))),
    remarks:
      series.length === 0
        ? []
        : [
            written === null
              ? `Could not add series to ${file}: ${names}`
              : `Added series to ${file}: ${names}`,
          ],
    write: () => {
      if (written !== null) writeFile(path, written)
    },
  }
}

const withSeries = (draft: Draft, kept: ReadonlySet<string>): Draft => {
  const { newSeries, same, addNote } = draft
  if (newSeries === null) return draft
  if (kept.has(newSeries.key)) return { ...draft, same: { ...same, series: newSeries.key } }
  addNote(
    `Dropped a series that ${file} does not have; add it there and import again`,
    newSeries.name,
    'editor',
  )
  return draft
}
