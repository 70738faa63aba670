// Tells a hub which feeds changed, and search engines which pages, once each. Nothing is announced before it is published.

import { join } from 'node:path'
import type { Site } from '../domain/newsroom.ts'
import type { Edition } from '../store/edition.ts'
import type { LastPublish } from '../store/last-publish.ts'
import type { QueuedAnnouncement } from '../store/rows.ts'
import { announceLockFolder, takeLockIfFree, whenUnlocked } from '../store/run-locks.ts'
import type { OpenSite } from '../store/site-session.ts'
import { withLastSite } from '../store/site-session.ts'
import type { Store } from '../store/store.ts'
import { rowsOf, writeEdits } from '../store/stored-tables.ts'
import type { Tables } from '../store/tables.ts'
import { type Announcement, announcementsOf, type ChangedUrl } from './announcement.ts'
import { isAnnouncedTo, recipients } from './announcement-queue.ts'
import { type Sender, send } from './send.ts'

type AnnounceCall = {
  /** Absolute; the current folder. */
  readonly root: string
  readonly edition: Edition
}

/** Throws a plain line when nothing was published yet. Null when there is nobody to tell. */
export const pendingAnnouncements = (call: AnnounceCall): Promise<readonly Announcement[] | null> =>
  hold(call, async ({ site, store, last }) => {
    if (last.pending.journal !== null)
      throw new Error('the last publish was interrupted; build again to finish it')
    if (!recipients.some(recipient => isAnnouncedTo(site, recipient))) return null
    const rows: (readonly [string, QueuedAnnouncement])[] = []
    for await (const row of rowsOf(store, 'announcementQueue')) rows.push(row)
    return announcementsOf(site, rows)
  })

export type Announced =
  | { readonly is: 'sent'; readonly announcement: Announcement }
  | { readonly is: 'failed'; readonly announcement: Announcement; readonly reason: string }
  /** It is asked no more in this run. `count`: announcements that it was not asked to take. */
  | { readonly is: 'skipped'; readonly endpoint: string; readonly count: number }

/** After so many failures in a row the other side is left alone. Only the first is tried again. */
const mostFailures = 3
const mostTries = 4

/**
 * One after the other; what the other side took is noted before it is asked for more, so that nobody is told twice. What it
 * did not take stays owed, and so does what is published while this runs: it may not be where readers are yet. Returns
 * what was owed. Throws a plain line when another run is at it.
 */
export const announce = async (
  call: AnnounceCall,
  sender: Sender,
  tell: (announced: Announced) => void,
): Promise<readonly Announcement[] | null> => {
  const lock = await takeLockIfFree(announceLockFolder(join(call.root, call.edition.state)))
  if (lock === null) throw new Error('another run is announcing here; wait until it has finished')
  try {
    const pending = await pendingAnnouncements(call)
    for (const endpoint of new Set(pending?.map(({ endpoint }) => endpoint)))
      await tellOne(call, endpoint, pending?.filter(each => each.endpoint === endpoint) ?? [], sender, tell)
    return pending
  } finally {
    await lock.release()
  }
}

/** All that one side is owed. */
const tellOne = async (
  call: AnnounceCall,
  endpoint: string,
  pending: readonly Announcement[],
  sender: Sender,
  tell: (announced: Announced) => void,
): Promise<void> => {
  let taken: readonly ChangedUrl[] = []
  let failures = 0
  for (const [at, planned] of pending.entries()) {
    const changed = await hold(call, site => nextStep(site, taken, planned.changed))
    taken = []
    if (changed.length === 0) continue
    const announcement = { ...planned, changed }
    const outcome = await send(announcement, sender, failures === 0 ? mostTries : 1)
    if (outcome.is === 'taken') taken = changed
    tell(
      outcome.is === 'taken'
        ? { is: 'sent', announcement }
        : { is: 'failed', announcement, reason: outcome.reason },
    )
    failures = outcome.is === 'unwell' ? failures + 1 : 0
    const count = pending.length - at - 1
    if (outcome.is !== 'busy' && failures < mostFailures) continue
    if (count > 0) tell({ is: 'skipped', endpoint, count })
    break
  }
  if (taken.length > 0) await hold(call, site => nextStep(site, taken, []))
}

type Opened = {
  readonly site: Site
  readonly store: Store
  readonly tables: Tables
  readonly last: LastPublish
}

const hold = <Value>({ root, edition }: AnnounceCall, work: (opened: Opened) => Promise<Value>) =>
  whenUnlocked(() => withLastSite(root, edition, open => work(opened(open))))

const opened = ({ lastSite: { store, last, tables } }: OpenSite): Opened => {
  const facts = tables.get('facts', 'site')
  if (store === null || last === null || facts === undefined)
    throw new Error('nothing has been published here yet; run npm run build')
  return { site: facts.site, store, tables, last }
}

/**
 * What was taken is owed no more, and what comes next is known from now on: in one write. Returns what of it no publish
 * has changed since it was planned.
 */
const nextStep = async (
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
