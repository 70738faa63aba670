// What `--changes-only` put into a folder stays pending until somebody says that readers have it: a lost folder loses nothing.
//
// One row for each file, so that a publish costs only its own changes. From the first delivery on, every publish
// notes its changes, also one that goes to `_site/`. The next delivery holds all that is noted, made again where
// need be; `npm run build -- --delivered` takes the notes away.

import type { LastSite } from '../store/last-site.ts'
import { noChanges, type OutputChanges } from '../store/output-changes.ts'
import type { Store } from '../store/store.ts'
import { rowsOf, writeEdits } from '../store/stored-tables.ts'
import type { EditedTables, TableRows } from '../store/tables.ts'

type Undelivered = TableRows['undelivered']

export const readUndelivered = async ({ store, last }: LastSite): Promise<OutputChanges> => {
  if (store === null || !last?.delivers) return noChanges
  const files = { added: [] as string[], changed: [] as string[], removed: [] as string[] }
  for await (const [file, change] of rowsOf(store, 'undelivered')) files[change].push(file)
  return files
}

export const noteUndelivered = (tables: EditedTables, changes: OutputChanges): void => {
  for (const change of ['added', 'changed', 'removed'] as const)
    for (const file of changes[change])
      tables.set('undelivered', file, joined(tables.get('undelivered', file), change))
}

/** As `joinChanges` has it: what went and came again is there, as far as anybody knows. */
const joined = (first: Undelivered | undefined, second: Undelivered): Undelivered => {
  if (first === undefined || second === 'removed') return second
  return first === 'added' ? 'added' : 'changed'
}

/** For a publish that begins another store. */
export const keepUndelivered = async (from: Store, tables: EditedTables): Promise<void> => {
  for await (const [file, change] of rowsOf(from, 'undelivered')) tables.set('undelivered', file, change)
}

/** Readers have all that was put into a folder so far. Returns the number of its files. */
export const acknowledgeDelivery = async (store: Store): Promise<number> => {
  const gone = new Map<string, null>()
  for await (const [file] of rowsOf(store, 'undelivered')) gone.set(file, null)
  if (gone.size > 0) await writeEdits(store, [new Map([['undelivered', gone]])])
  return gone.size
}
