// The tables as a store holds them.

import type { Store } from './store.ts'
import type { Edits, TableName, TableRows, Tables } from './tables.ts'

const keyOf = (table: TableName, key: string): string => `${table}!${key}`

export const storedTables = (store: Store): Tables => ({
  get: (table, key) => store.get(keyOf(table, key)) as never,
})

/** Every row of a table whose key begins so, in the order of the keys. */
export async function* rowsOf<Name extends TableName>(
  store: Store,
  table: Name,
  start = '',
): AsyncIterable<readonly [key: string, row: TableRows[Name]]> {
  const prefix = keyOf(table, '')
  for await (const [key, row] of store.rows(prefix + start))
    yield [key.slice(prefix.length), row as TableRows[Name]]
}

/** All or none of the edits; later ones win. */
export const writeEdits = (store: Store, edits: readonly Edits[]): Promise<void> =>
  store.write(new Map(edits.flatMap(each => [...rowsToWrite(each)])))

/** For a store that nobody reads yet: a whole archive at once would not fit into memory. */
export const fillStore = async (store: Store, edits: Edits): Promise<void> => {
  const pending: (readonly [string, unknown])[] = []
  for (const row of rowsToWrite(edits)) {
    pending.push(row)
    if (pending.length === 2_000) await store.write(pending.splice(0))
  }
  await store.write(pending)
}

function* rowsToWrite(edits: Edits): Iterable<readonly [string, unknown]> {
  for (const [table, rows] of edits) for (const [key, row] of rows) yield [keyOf(table, key), row]
}
