// The configuration by which nginx or Caddy serves the last publish.

import type { Site } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { Edition } from '../store/edition.ts'
import { noPublish } from '../store/last-site.ts'
import type { PrintedConfiguration } from '../store/rows.ts'
import { withLastSite } from '../store/site-session.ts'
import type { Store } from '../store/store.ts'
import { writeEdits } from '../store/stored-tables.ts'
import type { EditedTables, TableRows, Tables } from '../store/tables.ts'
import { printCaddy } from './print-caddy.ts'
import { printNginx } from './print-nginx.ts'
import { movedDigestOf, oldConfigurations, type Print, restDigestOf } from './printed.ts'
import { servedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

const printers = { nginx: printNginx, caddy: printCaddy } satisfies Readonly<Record<ServerName, Print>>

type ServerName = PrintedConfiguration['server']

export const isServerName = (word: string | undefined): word is ServerName =>
  word !== undefined && Object.hasOwn(printers, word)

/** Why an option cannot be written for a server; null when all can. */
export const wrongOption = ({ root, listen }: ServerOptions): string | null => {
  if (root.trim() === '')
    return '--root is empty; write the folder of published files, such as --root=/var/www/news'
  // Anywhere in a configuration, a $ begins a variable to nginx, a brace to Caddy.
  if (/[${}"\\\0-\x1f\x7f]/.test(root))
    return `--root is “${root}”, which contains a character that servers interpret; name a folder without $, braces, quotes and backslashes`
  if (listen !== null && !/^[\w.:/[\]-]+$/.test(listen))
    return `--listen is “${listen}”, which is not an address; write one such as 127.0.0.1:8080`
  return null
}

type Wanted = {
  readonly server: ServerName
  readonly options: ServerOptions
  /** The file that it is for; null for the screen. */
  readonly to: string | null
}

/**
 * The configuration; from now on builds say when it is out of date. Throws a plain line when nothing has been published
 * yet. `wanted` holds no `wrongOption`.
 */
export const serverConfig = (root: string, edition: Edition, wanted: Wanted): Promise<string> => {
  const { server, options } = wanted
  return withLastSite(root, edition, async ({ lastSite }) => {
    const { store, last, tables } = lastSite
    const facts = tables.get('facts', 'site')
    if (store === null || last === null || !facts) throw noPublish(lastSite)
    const served = servedSite(facts.site, tables, last.viewpoint)
    const movedDigest = movedDigestOf(served)
    const restDigest = restDigestOf(facts.site, printers[server], options)
    const printed = { ...wanted, styles: served.styles, movedDigest, restDigest }
    await remember(store, { configurations: [...others(tables, wanted), printed], movedDigest })
    return printers[server](served, options)
  })
}

/** Builds say no more of this configuration. */
export const forgetConfig = (
  root: string,
  edition: Edition,
  wanted: Pick<Wanted, 'server' | 'to'>,
): Promise<void> =>
  withLastSite(root, edition, async ({ lastSite: { store, tables } }) => {
    const known = tables.get('printed', 'all')
    if (store && known) await remember(store, { ...known, configurations: others(tables, wanted) })
  })

const others = (
  tables: Tables,
  { server, to }: Pick<Wanted, 'server' | 'to'>,
): readonly PrintedConfiguration[] =>
  (tables.get('printed', 'all')?.configurations ?? []).filter(
    each => each.server !== server || each.to !== to,
  )

const remember = (store: Store, row: TableRows['printed']): Promise<void> =>
  writeEdits(store, [new Map([['printed', new Map([['all', row]])]])])

type Publish = {
  /** As they are to be, and as the last publish left them. */
  readonly tables: EditedTables
  readonly before: Tables
  readonly site: Site
  readonly viewpoint: Viewpoint
  /** Whether an old address of a story may be another than at the last publish. */
  readonly isMoved: boolean
}

/** Warnings of configurations that are out of date once this is published. */
export const checkPrinted = ({ tables, before, site, viewpoint, isMoved }: Publish): readonly Problem[] => {
  const known = before.get('printed', 'all')
  if (known === undefined || known.configurations.length === 0) return []
  const movedDigest = isMoved ? movedDigestOf(servedSite(site, tables, viewpoint)) : known.movedDigest
  tables.set('printed', 'all', { ...known, movedDigest })
  const styles = tables.get('lists', 'styles') ?? []
  return oldConfigurations(known.configurations, { site, styles, movedDigest }, printers)
}
