// The configuration of a web server that serves the last publish.

import type { Edition } from '../store/edition.ts'
import { withLastSite } from '../store/site-session.ts'
import { printCaddy } from './print-caddy.ts'
import { printNginx } from './print-nginx.ts'
import { servedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

const printers = { nginx: printNginx, caddy: printCaddy }

export type ServerName = keyof typeof printers

export const isServerName = (word: string | undefined): word is ServerName =>
  word !== undefined && Object.hasOwn(printers, word)

/** Throws a plain line when nothing was published yet, or when a path cannot be written for the server. */
export const serverConfig = (
  root: string,
  edition: Edition,
  server: ServerName,
  options: ServerOptions,
): Promise<string> => {
  // To nginx a $ is a variable wherever it stands, to Caddy a brace.
  if (/[${}"\\\0-\x1f\x7f]/.test(options.root))
    throw new Error(`“${options.root}” has a sign that means something to a server; name another with --root`)
  if (options.listen !== null && !/^[\w.:/[\]-]+$/.test(options.listen))
    throw new Error(`“${options.listen}” is no address to listen at; write one such as 127.0.0.1:8080`)
  return withLastSite(root, edition, async ({ lastSite: { last, tables } }) => {
    const facts = tables.get('facts', 'site')
    if (last === null || !facts) throw new Error('nothing was published yet; build first')
    return printers[server](servedSite(facts.site, tables, last.viewpoint), options)
  })
}
