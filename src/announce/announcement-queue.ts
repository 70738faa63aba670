// The announcements that are pending: each publish adds the files that it changed, and announcing takes them out.
//
// One row for each file, written with the publish that changed it, and only where its page kind has a
// recipient that the site names: a hub for feeds, IndexNow for pages that search engines may have. So a
// publish costs only its own changes however long nobody announces; a build that fails, a share and the
// preview add nothing.
//
// What came and went in between is announced to nobody: a story that was live by mistake and is held again
// was given to no search engine yet. `isNew` says so, until the first request with it goes out.

import type { Site } from '../domain/newsroom.ts'
import type { Recipient } from '../pages/page-kind.ts'
import { kindNamed } from '../pages/page-kinds.ts'
import { type Output, outputKey } from '../store/output.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import type { QueuedAnnouncement } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { rowsOf } from '../store/stored-tables.ts'
import type { EditedTables, Tables } from '../store/tables.ts'

export const recipients: readonly Recipient[] = ['hub', 'indexNow']

export const hasRecipient = ({ feeds, indexNow }: Site, recipient: Recipient): boolean =>
  (recipient === 'hub' ? feeds.hub : indexNow) !== null

export const recipientAndFile = (key: string): readonly [Recipient, string] => {
  const cut = key.indexOf(' ')
  return [key.slice(0, cut) as Recipient, key.slice(cut + 1)]
}

/** `tables`: as they will be; `before`: as the last publish left them. */
export const queueAnnouncements = (
  tables: EditedTables,
  before: Tables,
  site: Site,
  { added, changed, removed }: OutputChanges,
): void => {
  const add = (recipient: Recipient, file: string, { isGone, isNew }: Omit<QueuedAnnouncement, 'times'>) => {
    const key = `${recipient} ${file}`
    const known = tables.get('announcementQueue', key)
    const isUnknown = known?.isNew ?? isNew
    const row = { isGone, isNew: isUnknown, times: (known?.times ?? 0) + 1 }
    // A hub has no use for a feed that is gone.
    tables.set('announcementQueue', key, isGone && (isUnknown || recipient === 'hub') ? null : row)
  }
  const wasNotThere = new Set(added)
  for (const file of [...added, ...changed, ...removed]) {
    const [was, is] = [outputAt(before, file), outputAt(tables, file)]
    const previous = was && recipientOf(was, site)
    const recipient = is && recipientOf(is, site)
    if (previous && previous !== recipient) add(previous, file, { isGone: true, isNew: false })
    // A file that somebody else removed or changed is again as it was announced.
    if (!recipient || (previous === recipient && was?.digest === is?.digest)) continue
    // A file that was there, and that no row knows, may have been announced.
    const isNew = wasNotThere.has(file) || (was !== undefined && previous !== recipient)
    add(recipient, file, { isGone: false, isNew })
  }
}

/** For a publish that begins another store. */
export const keepAnnouncementQueue = async (from: Store, tables: EditedTables, site: Site): Promise<void> => {
  for await (const [key, row] of rowsOf(from, 'announcementQueue'))
    if (hasRecipient(site, recipientAndFile(key)[0])) tables.set('announcementQueue', key, row)
}

const outputAt = (tables: Tables, file: string): Output | undefined => {
  const output = tables.get('outputs', outputKey(file))
  return output?.path === file ? output : undefined
}

/** Null when its changes are not announced. */
const recipientOf = ({ path, made }: Output, site: Site): Recipient | null => {
  const recipient =
    made.by === 'page'
      ? (kindNamed(made.kind)?.announceTo ?? null)
      : path.endsWith('.html')
        ? 'indexNow'
        : null
  return recipient !== null && hasRecipient(site, recipient) ? recipient : null
}
