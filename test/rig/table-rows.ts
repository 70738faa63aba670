// What tables hold, as plain data that can be compared: a row that is empty is as good as none.

import type { Edits } from '../../src/store/tables.ts'

export const rowsIn = (edits: Edits): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...edits]
      .flatMap(([table, rows]) => [...rows].map(([key, row]) => [`${table} ${key}`, row] as const))
      .filter(([, row]) => row !== null && !(Array.isArray(row) && row.length === 0))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
