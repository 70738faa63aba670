// redirects.yaml or redirects.json of Ghost: old addresses that led elsewhere, as rows of "from" and "to".

import { join } from 'node:path'
import { rememberFor } from '../../../domain/remember.ts'
import { readDataFile } from '../../fields/read-data-file.ts'
import { asMap, asText } from '../../fields/read-fields.ts'
import { foldPath } from '../../links/old-address.ts'
import type { Archive } from '../archive.ts'
import type { OldRedirect } from '../host-redirects.ts'

export type GhostRedirects = {
  /** Files of the archive. */
  readonly files: readonly string[]
  /** The addresses that lead to a path of the old site, also by way of others. */
  readonly leadingTo: (path: string) => readonly string[]
  /** All of them. */
  readonly rows: readonly OldRedirect[]
  readonly faults: readonly string[]
}

type Row = readonly [from: string, to: string]

/** Read once for an archive. */
export const redirectsIn = rememberFor((archive: Archive): GhostRedirects => readRedirects(archive))

const readRedirects = ({ files, root }: Archive): GhostRedirects => {
  const found = files.map(({ file }) => file).filter(file => /(?:^|\/)redirects\.(?:ya?ml|json)$/.test(file))
  const written = found.flatMap(file => rowsIn(readDataFile(join(root, file))))
  const rows = written.flatMap(([from, to]): readonly Row[] => {
    const path = plainPath(from)
    return path === null || /\$\d/.test(to) ? [] : [[path, to.replace(/^__GHOST_URL__(?=\/)/, '')]]
  })
  const next = new Map(rows.map(([from, to]) => [foldPath(from), to]))
  const endOf = (to: string): string => {
    let path = to
    for (let step = 0; step < 10; step++) path = next.get(foldPath(path)) ?? path
    return path
  }
  const ends = rows.map(([from, to]): Row => [from, /^\//.test(to) ? endOf(to) : to])
  const byTarget = new Map<string, string[]>()
  for (const [from, to] of ends) {
    const key = keyOf(to)
    if (key === null) continue
    const others = byTarget.get(key) ?? []
    byTarget.set(key, others)
    others.push(from)
  }
  return {
    files: found,
    leadingTo: path => byTarget.get(foldPath(path)) ?? [],
    rows: rows.map(([from, to]) => ({ from, to })),
    faults: written
      .filter(([from, to]) => plainPath(from) === null || /\$\d/.test(to))
      .map(([from, to]) => `the redirect of ${from} to ${to} is a regular expression and is not taken`),
  }
}

/** Null for the address of another site. */
const keyOf = (to: string): string | null => (to.startsWith('/') ? foldPath(to) : null)

/** `{301: {from: to}}`, or a list of `{from, to}`. */
const rowsIn = (value: unknown): readonly Row[] => {
  if (Array.isArray(value))
    return value.flatMap(item => rowOf(asText(asMap(item)?.get('from')), asText(asMap(item)?.get('to'))))
  const kinds = [...(asMap(value)?.values() ?? [])].map(asMap)
  return kinds.flatMap(kind => [...(kind ?? [])].flatMap(([from, to]) => rowOf(from, asText(to))))
}

const rowOf = (from: string | null, to: string | null): readonly Row[] =>
  from === null || to === null ? [] : [[from, to]]

/** Ghost reads each as a regular expression; one that can only mean one path is that path. Null for others. */
const plainPath = (from: string): string | null => {
  const bare = from
    .replace(/^\^/, '')
    .replace(/(?:\\?\/\?)?\$$/, '')
    .replace(/\\([/.-])/g, '$1')
  return /[\\^$()*+?[\]|{}]/.test(bare) ? null : bare.startsWith('/') ? bare : `/${bare}`
}
