// The configuration by which nginx or Caddy serves the last publish.

import type { Edition } from '../store/edition.ts'
import { withLastSite } from '../store/site-session.ts'
import { printCaddy } from './print-caddy.ts'
import { printNginx } from './print-nginx.ts'
import { servedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

const printers = { nginx: printNginx, caddy: printCaddy }

type ServerName = keyof typeof printers

export const isServerName = (word: string | undefined): word is ServerName =>
  word !== undefined && Object.hasOwn(printers, word)

/** Throws a plain line when nothing has been published yet, or when an option cannot be written for the server. */
export const serverConfig = (
  root: string,
  edition: Edition,
  server: ServerName,
  options: ServerOptions,
): Promise<string> => {
  // Anywhere in a configuration, a $ begins a variable to nginx, a brace to Caddy.
  if (/[${}"\\\0-\x1f\x7f]/.test(options.root))
    throw new Error(
      `--root is “${options.root}”, which contains a character that servers interpret; name a folder without $, braces, quotes and backslashes`,
    )
  if (options.listen !== null && !/^[\w.:/[\]-]+$/.test(options.listen))
    throw new Error(
      `--listen is “${options.listen}”, which is not an address; write one such as 127.0.0.1:8080`,
    )
  return withLastSite(root, edition, async ({ lastSite: { last, tables } }) => {
    const facts = tables.get('facts', 'site')
    if (last === null || !facts) throw new Error('nothing has been published yet; run npm run build first')
    return printers[server](servedSite(facts.site, tables, last.viewpoint), options)
  })
}
