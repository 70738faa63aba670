// Adds rows to _data/redirects.yaml. Rows that are there stay as they are, with their comments.

import { join } from 'node:path'
import { CORE_SCHEMA, dump } from 'js-yaml'
import { hasQuery, keyOfRow } from '../domain/redirect.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import { exists, readText, replaceFile } from '../system/files.ts'
import { readRedirects } from '../validate/site/read-redirects.ts'
import type { RedirectRows } from './redirect-rows.ts'

export type KeptRedirects = {
  readonly remarks: readonly string[]
  /** Old address and target. */
  readonly rows: readonly (readonly [from: string, to: string])[]
  readonly lost: readonly { readonly address: string; readonly reason: string }[]
}

const head = '# Where old addresses lead now, or that they are gone. A row is for one address.\n'

/** What the report says of them, and the rows that are in the file now. `origin`: the new site's. */
export const keepRedirects = (
  site: string,
  { rows, patterns, nowhere }: RedirectRows,
  origin: string,
  isDryRun: boolean,
): KeptRedirects => {
  const path = join(site, redirectsFile)
  // What is no text is no file of rows, and stays.
  const text = exists(path) ? (readText(path) ?? '\0') : head
  const known = readRedirects({ file: redirectsFile, text }, origin)
  const remarks = [
    ...leftOut('by pattern, or for some readers only; write rules for your server', patterns),
    ...leftOut('to pages that did not come along', nowhere),
  ]
  const lost = [...patterns, ...nowhere].map(address => ({ address, reason: noRow }))
  const kept = (more: readonly string[]): KeptRedirects => ({
    ...{ remarks: [...remarks, ...more], rows: [...rows], lost },
  })
  if (rows.size === 0) return kept([])
  const there = new Set(known.ok ? known.value.redirects.map(row => keyOfRow(row.path)) : [])
  const added = [...rows]
    .filter(([from]) => !there.has(keyOfRow(from)))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  if (added.length === 0) return kept([])
  const lines = added.map(([from, to]) => dump({ [from]: to }, { schema: CORE_SCHEMA, lineWidth: -1 }))
  const before = text.replace(/(?<=[^\n])$/, '\n')
  const written = before + lines.join('')
  if (!known.ok || !areSound(before, lines, origin))
    return {
      remarks: [
        ...remarks,
        `Could not add ${added.length} rows to ${redirectsFile}; mend it, and import again`,
      ],
      ...{ rows: [], lost: [...lost, ...[...rows.keys()].map(address => ({ address, reason: noRow }))] },
    }
  if (!isDryRun) replaceFile(path, written)
  const count = added.length === 1 ? '1 row' : `${added.length} rows`
  return kept([
    `${isDryRun ? 'Would add' : 'Added'} ${count} to ${redirectsFile}: old addresses that no story has as its own`,
    ...remarkOnQueries(added.filter(([from]) => hasQuery(from)).length),
  ])
}

/** At once, a file of many rows takes a lot of memory to read. */
const rowsAtOnce = 2000

/** Rows lead to pages, never to one another, so that each piece can be read by itself. */
const areSound = (before: string, lines: readonly string[], origin: string): boolean =>
  Array.from({ length: Math.ceil(lines.length / rowsAtOnce) }, (_, piece) =>
    lines.slice(piece * rowsAtOnce, (piece + 1) * rowsAtOnce).join(''),
  ).every((piece, index) => {
    const text = index === 0 ? before + piece : piece
    return readRedirects({ file: redirectsFile, text }, origin).ok
  })

const noRow = 'its redirect is none that a row can have'

const remarkOnQueries = (count: number): readonly string[] =>
  count === 0
    ? []
    : [
        `${count === 1 ? '1 of them has a query' : `${count} of them have queries`}, which nginx, Caddy and Netlify redirect; Cloudflare Pages and servers of plain files cannot`,
      ]

const leftOut = (kind: string, paths: readonly string[]): readonly string[] => {
  if (paths.length === 0) return []
  const shown = paths.slice(0, 5).map(inShort).join(', ')
  const more = paths.length > 5 ? ` and ${paths.length - 5} more` : ''
  const count = paths.length === 1 ? '1 redirect' : `${paths.length} redirects`
  return [`Left out ${count} of the old site ${kind}: ${shown}${more}`]
}

const inShort = (path: string): string => (path.length > 80 ? `${path.slice(0, 79)}…` : path)
