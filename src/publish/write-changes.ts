// changes.json: what a publish changed, for scripts that upload, purge caches or notify.

import { urlOfFile } from '../store/output.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import { readBytes, replaceFile } from '../system/files.ts'
import { orderMoves, orderRemovals } from './order-moves.ts'

export type ChangedFile = {
  /** A path of the site, percent-encoded: "/world/2024/10/24/x/", "/rss.xml". */
  readonly url: string
  /** Relative to the published folder: "world/2024/10/24/x/index.html", "rss.xml". */
  readonly file: string
}

/**
 * The lists are in the order that never shows readers a link to a missing page: upload `added` from its first file to
 * its last, then `changed`, and only then delete `removed`.
 */
export type ChangesFile = {
  /** RFC 3339: the instant that the publish was for. */
  readonly now: string
  readonly added: readonly ChangedFile[]
  readonly changed: readonly ChangedFile[]
  readonly removed: readonly ChangedFile[]
}

/** The same text for the same changes, in whatever order they come. `now` is RFC 3339. */
export const describeChanges = ({ added, changed, removed }: OutputChanges, now: string): string => {
  const entries = (files: readonly string[]) => files.map(file => ({ url: urlOfFile(file), file }))
  const content: ChangesFile = {
    now,
    added: entries(orderMoves({ added: added.toSorted(), changed: [], removed: [] })),
    changed: entries(orderMoves({ added: [], changed: changed.toSorted(), removed: [] })),
    removed: entries(orderRemovals(removed.toSorted())),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}

/** As `writeChanges` wrote it. */
export const readChanges = (path: string): ChangesFile =>
  JSON.parse(readBytes(path).toString()) as ChangesFile

/** Scripts that read the file meanwhile see the old one or the new one. */
export const writeChanges = (path: string, changes: OutputChanges, now: string): void =>
  replaceFile(path, describeChanges(changes, now))
