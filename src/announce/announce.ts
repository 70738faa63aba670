// Announces changed feeds to a hub and changed pages to search engines, each change once, and only after it is published.
//
// A request goes out between two moments with the store: first the changes that the endpoint took are struck
// off, and the next ones are looked at again. If a publish has changed one meanwhile, it is left to the run
// after that publish: its files may not be where readers are yet, and the address of a removed page is given
// to nobody. Builds wait for such a moment at most.
//
// Each once, but for a kill: between the endpoint's answer and our note of it nobody can know. Then the one
// request is sent again: to announce twice harms nobody, and never to announce does.

import { join } from 'node:path'
import type { AnnouncementEvent } from '../domain/event.ts'
import type { Site } from '../domain/newsroom.ts'
import type { Edition } from '../store/edition.ts'
import type { LastPublish } from '../store/last-publish.ts'
import { noPublish } from '../store/last-site.ts'
import type { QueuedAnnouncement } from '../store/rows.ts'
import { announceLockFolder, takeLockIfFree, whenUnlocked } from '../store/run-locks.ts'
import { type OpenSite, withLastSite } from '../store/site-session.ts'
import type { Store } from '../store/store.ts'
import { rowsOf, writeEdits } from '../store/stored-tables.ts'
import type { Tables } from '../store/tables.ts'
import { type Announcement, announcementsOf, type ChangedUrl } from './announcement.ts'
import { hasRecipient, recipients } from './announcement-queue.ts'
import { type Sender, send } from './send.ts'

type AnnounceCall = {
  /** Absolute; the current folder. */
  readonly root: string
  readonly edition: Edition
}

/** Throws a plain line when nothing was published yet. Null when the site names no recipient. */
export const pendingAnnouncements = (call: AnnounceCall): Promise<readonly Announcement[] | null> =>
  withSite(call, async ({ site, store, last }) => {
    if (last.pending.journal !== null)
      throw new Error('the last publish was interrupted; build again to finish it')
    if (!recipients.some(recipient => hasRecipient(site, recipient))) return null
    const rows: (readonly [string, QueuedAnnouncement])[] = []
    for await (const row of rowsOf(store, 'announcementQueue')) rows.push(row)
    return announcementsOf(site, rows)
  })

/** After so many failures in a row an endpoint is asked no more in this run. Only the first request is tried again. */
const mostFailures = 3
const mostTries = 4

/**
 * One after the other; a change that an endpoint took is recorded before the next request, so that none is announced
 * twice. Refused changes stay pending, and so do those that are published while this runs: readers may not reach them yet.
 * Returns the announcements that were pending. Throws a plain line when another run is announcing.
 */
export const announce = async (
  call: AnnounceCall,
  sender: Sender,
  report: (event: AnnouncementEvent) => void,
): Promise<readonly Announcement[] | null> => {
  const lock = await takeLockIfFree(announceLockFolder(join(call.root, call.edition.state)))
  if (lock === null) throw new Error('another run is announcing here; wait until it has finished')
  try {
    const pending = await pendingAnnouncements(call)
    for (const endpoint of new Set(pending?.map(({ endpoint }) => endpoint)))
      await announceToEndpoint(
        call,
        endpoint,
        pending?.filter(each => each.endpoint === endpoint) ?? [],
        sender,
        report,
      )
    return pending
  } finally {
    await lock.release()
  }
}

/** All that is pending for one endpoint. */
const announceToEndpoint = async (
  call: AnnounceCall,
  endpoint: string,
  pending: readonly Announcement[],
  sender: Sender,
  report: (event: AnnouncementEvent) => void,
): Promise<void> => {
  let taken: readonly ChangedUrl[] = []
  let failures = 0
  for (const [at, planned] of pending.entries()) {
    const changed = await withSite(call, site => recordTaken(site, taken, planned.changed))
    taken = []
    if (changed.length === 0) continue
    const announcement = { ...planned, changed }
    const outcome = await send(announcement, sender, failures === 0 ? mostTries : 1)
    if (outcome.is === 'taken') taken = changed
    report(
      outcome.is === 'taken'
        ? { type: 'announced', announcement }
        : { type: 'announcement-failed', announcement, reason: outcome.reason },
    )
    failures = outcome.is === 'unwell' ? failures + 1 : 0
    const count = pending.length - at - 1
    if (outcome.is !== 'busy' && failures < mostFailures) continue
    if (count > 0) report({ type: 'announcements-skipped', endpoint, count })
    break
  }
  if (taken.length > 0) await withSite(call, site => recordTaken(site, taken, []))
}

type Opened = {
  readonly site: Site
  readonly store: Store
  readonly tables: Tables
  readonly last: LastPublish
}

const withSite = <Value>({ root, edition }: AnnounceCall, work: (opened: Opened) => Promise<Value>) =>
  whenUnlocked(() => withLastSite(root, edition, open => work(opened(open))))

const opened = ({ lastSite }: OpenSite): Opened => {
  const { store, last, tables } = lastSite
  const facts = tables.get('facts', 'site')
  if (store === null || last === null || facts === undefined) throw noPublish(lastSite)
  return { site: facts.site, store, tables, last }
}

/**
 * In one write: changes that were taken leave the queue, and the addresses of the next ones count as announced. Returns
 * those of the next changes that no publish has changed again since.
 */
const recordTaken = async (
  { store, tables }: Opened,
  taken: readonly ChangedUrl[],
  next: readonly ChangedUrl[],
): Promise<readonly ChangedUrl[]> => {
  const rowOf = ({ key, times }: ChangedUrl) => {
    const row = tables.get('announcementQueue', key)
    return row?.times === times ? row : undefined
  }
  const due = next.filter(rowOf)
  const rows = new Map<string, QueuedAnnouncement | null>([
    ...taken.filter(rowOf).map(({ key }) => [key, null] as const),
    ...due.flatMap(url => {
      const row = rowOf(url)
      return row?.isNew ? [[url.key, { ...row, isNew: false }] as const] : []
    }),
  ])
  if (rows.size > 0) await writeEdits(store, [new Map([['announcementQueue', rows]])])
  return due
}
