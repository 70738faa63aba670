// What a server of its own has to know of a site: plain data, from the last publish.

import { createArchive } from '../archive/create-archive.ts'
import type { Site } from '../domain/newsroom.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { ListedMove } from '../store/listed.ts'
import { type Output, outputKey, outputPathOf } from '../store/output.ts'
import type { Tables } from '../store/tables.ts'
import { asAsked } from './redirect-rules.ts'

/** `path`: with its percent signs read, as servers compare it. `to`: as a browser is told it, percent-encoded. */
export type OldPath = { readonly path: string; readonly to: string }

/** `file`: what a withdrawn story has left, a path from the root of the site. */
export type GonePath = { readonly path: string; readonly file: string }

export type ServedSite = {
  readonly site: Site
  readonly styles: readonly string[]
  readonly moved: readonly OldPath[]
  readonly gone: readonly GonePath[]
}

/** Looks at every story that moved and every one that is not live. */
export const servedSite = (site: Site, tables: Tables, viewpoint: Viewpoint): ServedSite => {
  const archive = createArchive(tables, viewpoint)
  const outputAt = (url: string) => tables.get('outputs', outputKey(outputPathOf(url)))
  /** With its percent signs read, /one%2Ftwo/ may be the address of a page, which comes first. */
  const isFree = (path: string) =>
    [path, `${path}/`].map(outputAt).every(output => output === undefined || isAlias(output))
  const moved = new Map<string, OldPath>()
  const all = archive.moved.newest(Number.POSITIVE_INFINITY)
  for (const read of [plainly, decoded]) {
    for (const old of all.flatMap(entry => oldPathsOf(entry, read))) {
      // Where letter case does not count, two would be one.
      const key = old.path.toLowerCase()
      if (!moved.has(key) && isFree(old.path)) moved.set(key, old)
    }
  }
  const gone = (tables.get('lists', 'hidden') ?? []).flatMap((file): GonePath[] => {
    const url = tables.get('stories', file)?.url ?? ''
    const made = outputAt(url)?.made
    if (made?.by !== 'page' || made.kind !== 'tombstone' || made.file !== file) return []
    const page = `${url}index.html`
    return [url, page].map(path => ({ path, file: page }))
  })
  return { site, styles: archive.styles, moved: [...moved.values()], gone }
}

const isAlias = ({ made }: Output): boolean => made.by === 'page' && made.kind === 'alias'

/** With and without a last slash, as people and old links have it. */
const oldPathsOf = ({ aliases, url }: ListedMove, read: (alias: string) => string): readonly OldPath[] =>
  aliases.flatMap(alias => {
    const path = read(alias)
    const to = asAsked(url)
    if (/[\0-\x1f\x7f]/.test(path)) return []
    if (/\/[^/]*\.[a-z0-9]+$/i.test(path)) return [{ path, to }]
    const bare = path.replace(/\/+$/, '')
    return bare === '' ? [] : [`${bare}/`, bare].map(each => ({ path: each, to }))
  })

const plainly = (path: string): string => path

/** A stray percent sign stays as it is. */
const decoded = (path: string): string =>
  path.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
