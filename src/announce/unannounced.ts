// What others are to be told of: each publish adds the files that it changed, and what was announced leaves again.

import { isFeedFormat } from '../domain/feeds.ts'
import type { Site } from '../domain/newsroom.ts'
import type { Changes } from '../store/changes.ts'
import { type Output, placeOf } from '../store/output.ts'
import type { Unannounced } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { rowsOf } from '../store/stored-tables.ts'
import type { EditedTables, Tables } from '../store/tables.ts'

export const parties = ['hub', 'indexNow'] as const

export type Party = (typeof parties)[number]

export const isToldBy = ({ feeds, indexNow }: Site, party: Party): boolean =>
  (party === 'hub' ? feeds.hub : indexNow) !== null

export const partyAndFile = (key: string): readonly [Party, string] => {
  const cut = key.indexOf(' ')
  return [key.slice(0, cut) as Party, key.slice(cut + 1)]
}

/** `tables`: as they will be; `before`: as the last publish left them. */
export const addUnannounced = (
  tables: EditedTables,
  before: Tables,
  site: Site,
  { added, changed, removed }: Changes,
): void => {
  const add = (party: Party, file: string, { isGone, isNew }: Omit<Unannounced, 'times'>) => {
    const key = `${party} ${file}`
    const known = tables.get('unannounced', key)
    const isUnknown = known?.isNew ?? isNew
    const row = { isGone, isNew: isUnknown, times: (known?.times ?? 0) + 1 }
    // A hub has nothing to fetch there.
    tables.set('unannounced', key, isGone && (isUnknown || party === 'hub') ? null : row)
  }
  const wasNotThere = new Set(added)
  for (const file of [...added, ...changed, ...removed]) {
    const [was, is] = [outputAt(before, file), outputAt(tables, file)]
    const told = was && partyOf(was, site)
    const party = is && partyOf(is, site)
    if (told && told !== party) add(told, file, { isGone: true, isNew: false })
    // What somebody else had removed or changed there is as it was told.
    if (!party || (told === party && was?.digest === is?.digest)) continue
    // A file that was there, and that nobody remembers, may have been told.
    const isNew = wasNotThere.has(file) || (was !== undefined && told !== party)
    add(party, file, { isGone: false, isNew })
  }
}

/** For a publish that begins another store. */
export const keepUnannounced = async (from: Store, tables: EditedTables, site: Site): Promise<void> => {
  for await (const [key, row] of rowsOf(from, 'unannounced'))
    if (isToldBy(site, partyAndFile(key)[0])) tables.set('unannounced', key, row)
}

const outputAt = (tables: Tables, file: string): Output | undefined => {
  const output = tables.get('outputs', placeOf(file))
  return output?.path === file ? output : undefined
}

/** What search engines gain nothing from. */
const unsaid = new Set(['alias', 'not-found', 'subscribe'])

/** Null when it is nobody's business. */
const partyOf = ({ path, made }: Output, site: Site): Party | null => {
  const kind = made.by === 'page' ? made.kind : ''
  const isSaid = path.endsWith('.html') && !unsaid.has(kind)
  const party = isFeedFormat(kind) ? 'hub' : isSaid ? 'indexNow' : null
  return party !== null && isToldBy(site, party) ? party : null
}
