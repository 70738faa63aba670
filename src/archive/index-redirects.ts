// Keeps the rows of _data/redirects.yaml: the addresses that they claim, and the pages that they lead to.

import { hasQuery, type Redirect } from '../domain/redirect.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import { addressKey } from '../domain/web-address.ts'
import type { EditedTables } from '../store/tables.ts'
import { createEdits, mentionOfLink } from './index-claims.ts'

/** A row as it was and is; null where there is none. Both are the same when only its place in the file may be another. */
export type RedirectChange = { readonly before: Redirect | null; readonly after: Redirect | null }

/** Names a row among the files that mention a page. */
const nameOfRow = ({ path }: Redirect): string => `${redirectsFile}#${path}`

/** The old address of such a name; null for a file. */
export const pathOfRow = (name: string): string | null =>
  name.startsWith(`${redirectsFile}#`) ? name.slice(redirectsFile.length + 1) : null

/** `rows`: in the order of the file. Costs a look at each, so only when the file changed. */
export const indexRedirects = (
  tables: EditedTables,
  rows: readonly Redirect[],
): readonly RedirectChange[] => {
  const known = tables.get('redirects', 'all') ?? []
  const changes = differences(known, rows)
  const [claims, mentions] = [createEdits(), createEdits()]
  for (const { before, after } of changes) {
    if (before && !hasQuery(before.path)) claims.takeOut(claimOf(before), redirectsFile)
    if (before?.to?.startsWith('/')) mentions.takeOut(mentionOfLink(before.to), nameOfRow(before))
    if (after && !hasQuery(after.path)) claims.putIn(claimOf(after), redirectsFile)
    if (after?.to?.startsWith('/')) mentions.putIn(mentionOfLink(after.to), nameOfRow(after))
  }
  claims.apply(tables, 'claims')
  mentions.apply(tables, 'mentions')
  tables.set('redirects', 'all', rows.length === 0 ? null : rows)
  return changes
}

const claimOf = ({ path }: Redirect): string => addressKey(aliasUrl(path))

const differences = (known: readonly Redirect[], rows: readonly Redirect[]): readonly RedirectChange[] => {
  const before = new Map(known.map(row => [row.path, row]))
  const after = new Map(rows.map(row => [row.path, row]))
  const changed = [
    ...known.filter(({ path }) => !after.has(path)).map(row => ({ before: row, after: null })),
    ...rows
      .map(row => ({ before: before.get(row.path) ?? null, after: row }))
      .filter(({ before: old, after: row }) => old?.to !== row.to || old === null),
  ]
  // The list for servers has them in their order.
  const leading = rows.find(({ to }) => to !== null)
  return leading === undefined
    ? changed
    : [...changed, { before: before.get(leading.path) ?? null, after: leading }]
}
