// All that nginx or Caddy must know of a site: plain data, from the last publish.

import { createArchive } from '../archive/create-archive.ts'
import type { Site } from '../domain/newsroom.ts'
import { hasQuery, splitQuery } from '../domain/redirect.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import { servedPath } from '../domain/web-address.ts'
import type { ListedMove } from '../store/listed.ts'
import { type Output, outputKey, outputPathOf } from '../store/output.ts'
import type { Tables } from '../store/tables.ts'
import { percentEncoded } from './redirect-rules.ts'
import { sentTo } from './sent-to.ts'

/** `path`: percent-decoded, as servers compare it. `to`: percent-encoded, as browsers receive it. */
type OldPath = { readonly path: string; readonly to: string }

export type ServedSite = {
  readonly site: Site
  readonly styles: readonly string[]
  readonly moved: readonly OldPath[]
  /** Those with a query, "/?p=12": the path as in `moved`, the query as browsers send it. */
  readonly asked: readonly OldPath[]
}

/** Looks at every story that moved, and every row of redirects. */
export const servedSite = (site: Site, tables: Tables, viewpoint: Viewpoint): ServedSite => {
  const archive = createArchive(tables, viewpoint)
  const outputAt = (url: string) => tables.get('outputs', outputKey(outputPathOf(url)))
  /** Decoded, /one%2Ftwo/ may be the address of a page, which comes first. */
  const isFree = (path: string) =>
    [path, `${path}/`].map(outputAt).every(output => output === undefined || isAlias(output))
  const moved = new Map<string, OldPath>()
  const all = archive.moved.newest(Number.POSITIVE_INFINITY)
  const rows = archive.redirects().flatMap(({ path, to }) => (to === null ? [] : [{ path, to: sentTo(to) }]))
  const plain = rows.filter(({ path }) => !hasQuery(path)).flatMap(({ path, to }) => pathsOf(path, to))
  for (const old of [...all.flatMap(oldPathsOf), ...plain]) {
    // Servers that ignore letter case would see two of these as one.
    const key = old.path.toLowerCase()
    if (!moved.has(key) && isFree(old.path)) moved.set(key, old)
  }
  return {
    site,
    styles: [...archive.styles, ...(tables.get('lists', 'pastStyles') ?? [])],
    moved: [...moved.values()],
    asked: rows.filter(({ path }) => hasQuery(path)).flatMap(({ path, to }) => askedOf(path, to)),
  }
}

const isAlias = ({ made }: Output): boolean => made.by === 'page' && made.status === 301

/** With and without a last slash: people and old links write either. */
const oldPathsOf = ({ aliases, url }: ListedMove): readonly OldPath[] =>
  aliases.flatMap(alias => pathsOf(alias, percentEncoded(url)))

const askedOf = (old: string, to: string): readonly OldPath[] => {
  const { address, query } = splitQuery(old)
  const { search } = new URL(`/?${query}`, 'https://site.example')
  const paths = pathsOf(address, to).map(({ path }) => path)
  return (paths.length === 0 ? ['/'] : paths).map(path => ({ path: `${path}${search}`, to }))
}

const pathsOf = (alias: string, to: string): readonly OldPath[] => {
  const path = aliasUrl(alias)
  if (!path.endsWith('/')) return [{ path, to }]
  const bare = path.slice(0, -1)
  const paths = [path, bare, ...(/\/index\.html$/i.test(alias) ? [servedPath(alias)] : [])]
  return bare === '' ? [] : paths.map(each => ({ path: each, to }))
}
