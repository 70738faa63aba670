// What a build remembers of what it published, without the building: hundreds of publishes in a second.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { queueAnnouncements } from '../../src/announce/announcement-queue.ts'
import { readers } from '../../src/domain/audience.ts'
import type { SiteData } from '../../src/domain/newsroom.ts'
import { forReaders } from '../../src/store/edition.ts'
import { nothingPending } from '../../src/store/last-publish.ts'
import { setCurrentStore } from '../../src/store/last-site.ts'
import { type Output, outputKey } from '../../src/store/output.ts'
import { rowOfSiteData } from '../../src/store/site-data-row.ts'
import { withLastSite } from '../../src/store/site-session.ts'
import { openStore } from '../../src/store/store.ts'
import { rowsOf, storedTables, writeEdits } from '../../src/store/stored-tables.ts'
import { editTables } from '../../src/store/tables.ts'
import { at } from '../rig/small-newsroom.ts'

/** By file: the kind of page it is, and its bytes. */
export type Published = Readonly<Record<string, { readonly kind: string; readonly bytes: string }>>

export type RememberedSite = {
  readonly root: string
  readonly publish: (files: Published) => Promise<void>
  /** Keys of what is pending. */
  readonly pending: () => Promise<readonly string[]>
  readonly dispose: () => void
}

const outputOf = (path: string, { kind, bytes }: Published[string]): Output => ({
  path,
  digest: bytes,
  made: { by: 'page', kind, key: path, url: path, file: null, layoutDigest: '', dataDigest: '', ids: null },
})

export const createRememberedSite = async (data: SiteData): Promise<RememberedSite> => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-remembered-'))
  const state = join(root, forReaders.state)
  const last = {
    viewpoint: { now: at('2024-10-24T00:00:00Z'), audience: readers, timezone: data.site.timezone },
    basisDigest: '',
    versions: '',
    modulesDigest: '',
    commit: null,
    pending: nothingPending,
    folder: null,
    sharesDigest: null,
    delivers: false,
  }
  const store = await openStore(join(state, 'store-a'))
  await writeEdits(store, [
    new Map([['publish', new Map([['last', last]])]]),
    new Map([['facts', new Map([['site', rowOfSiteData(data)]])]]),
  ])
  await store.close()
  setCurrentStore(state, join(state, 'store-a'))
  let before: Published = {}
  return {
    root,
    publish: files =>
      withLastSite(root, forReaders, async ({ lastSite }) => {
        if (lastSite.store === null) throw new Error('the store is gone')
        const known = storedTables(lastSite.store)
        const tables = editTables(known)
        const names = Object.keys(files)
        const changes = {
          added: names.filter(file => before[file] === undefined),
          changed: names.filter(file => before[file] && before[file]?.bytes !== files[file]?.bytes),
          removed: Object.keys(before).filter(file => files[file] === undefined),
        }
        for (const [file, page] of Object.entries(files))
          tables.set('outputs', outputKey(file), outputOf(file, page))
        for (const file of changes.removed) tables.set('outputs', outputKey(file), null)
        queueAnnouncements(tables, known, data.site, changes)
        await writeEdits(lastSite.store, [tables.edits])
        before = files
      }),
    pending: () =>
      withLastSite(root, forReaders, async ({ lastSite: { store } }) => {
        const keys: string[] = []
        if (store) for await (const [key] of rowsOf(store, 'announcementQueue')) keys.push(key)
        return keys
      }),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}
