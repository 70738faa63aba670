// The server configurations that were printed, so that a build can say when one of them is out of date, and why.
//
// A configuration names the style sheets, the old addresses of stories, and what site data and Dateline itself make of
// headers. A build compares digests of these; the old addresses, of which there may be many, only when one of them
// changed. Configurations also name the sheets of before, so that one can be renewed ahead of the pages.

import type { Site } from '../domain/newsroom.ts'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import type { PrintedConfiguration } from '../store/rows.ts'
import type { EditedTables, Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import type { ServedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

/** How many sheets of earlier publishes are still named. */
const most = 24

/** `before`: as the last publish left it. */
export const keepPastStyles = (tables: EditedTables, before: Tables): void => {
  const styles = new Set(tables.get('lists', 'styles'))
  const known = before.get('lists', 'pastStyles') ?? []
  const past = [...(before.get('lists', 'styles') ?? []), ...known].filter(style => !styles.has(style))
  const kept = [...new Set(past)].slice(0, most)
  if (kept.join() !== (tables.get('lists', 'pastStyles') ?? []).join())
    tables.set('lists', 'pastStyles', kept)
}

export type Print = (served: ServedSite, options: ServerOptions) => string

export const movedDigestOf = ({ moved, asked }: ServedSite): string =>
  digestOf(JSON.stringify(asked.length === 0 ? moved : [moved, asked]))

/** Of all that is in a configuration besides styles and old addresses. */
export const restDigestOf = (site: Site, print: Print, options: ServerOptions): string =>
  digestOf(print({ site, styles: [], moved: [], asked: [] }, options))

type Compared = {
  readonly site: Site
  readonly styles: readonly string[]
  readonly movedDigest: string
  readonly print: Print
}

/** Why a configuration is out of date, the gravest reason first; null when it is not. */
const reasonOf = (
  printed: PrintedConfiguration,
  { site, styles, movedDigest, print }: Compared,
): string | null => {
  if (!styles.every(style => printed.styles.includes(style)))
    return 'the styles changed, and browsers show pages without any until the server knows the new ones'
  if (restDigestOf(site, print, printed.options) !== printed.restDigest)
    return 'site data or Dateline itself changed what servers are to send'
  if (movedDigest !== printed.movedDigest)
    return 'old addresses changed, and it redirects by the list of before'
  return null
}

/** The command that prints it again. */
const commandOf = ({ server, to, options }: PrintedConfiguration): string =>
  [
    `npm run server-config -- ${server}`,
    `--root=${options.root}`,
    ...(options.listen === null ? [] : [`--listen=${options.listen}`]),
    ...(options.hasBrotli ? ['--brotli'] : []),
    ...(to === null ? [] : [`--to=${to}`]),
  ].join(' ')

export const oldConfigurations = (
  all: readonly PrintedConfiguration[],
  compared: Omit<Compared, 'print'>,
  printers: Readonly<Record<PrintedConfiguration['server'], Print>>,
): readonly Problem[] =>
  all.flatMap((printed): Problem[] => {
    const reason = reasonOf(printed, { ...compared, print: printers[printed.server] })
    if (reason === null) return []
    const message = `the configuration that was printed for ${printed.server} is out of date: ${reason}`
    const hint = `print it again and reload the server, before you copy the site there: ${commandOf(printed)} (or, if it is not in use, add --forget)`
    const location = locationOfFile(printed.to ?? '_site')
    return [{ code: 'server-config-old', severity: 'warning', message, hint, location }]
  })
