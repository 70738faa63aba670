// A share of a plan's pages: what one machine renders, for another to publish.

import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import type { PlannedPage, Reason } from '../pages/planned-page.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import type { RenderedShard } from '../render/shard.ts'
import type { Edition } from '../store/edition.ts'
import type { InputChanges } from '../store/input-changes.ts'
import { digestOf } from '../system/digest.ts'
import { exists } from '../system/files.ts'
import { rfc3339 } from '../time/wire-time.ts'

/** `index` counts from 1. */
export type ShareOf = { readonly index: number; readonly count: number }

/** As share.json has it. */
export type Share = ShareOf & {
  readonly now: Instant
  readonly isAll: boolean
  /** Digest of the plan: all shares must be of one. */
  readonly planDigest: string
  readonly shards: readonly RenderedShard[]
  /** The site's address, and the digest of all that any page depends on: engine, configuration, data. */
  readonly site: string
  readonly basisDigest: string
  /** Digests by path in the share's folder: "site/world/index.html", "pictures/…". */
  readonly files: Readonly<Record<string, string>>
}

/** As --shard has it, "1/3". */
export const nameOfShare = ({ index, count }: ShareOf): string => `${index}/${count}`

/** By which it can be made again. */
export const commandOf = (share: Share): string =>
  `npm run build -- --shard=${nameOfShare(share)} --now=${rfc3339(share.now, 'UTC')}${share.isAll ? ' --all' : ''}`

/** Neighbours in the order of urls draw on the same stories, so they stay together. */
export const sliceOf = <Item>(items: readonly Item[], { index, count }: ShareOf): readonly Item[] =>
  items.slice(Math.floor(((index - 1) * items.length) / count), Math.floor((index * items.length) / count))

/** What is missing or has returned is only known where the published folder is. */
export const isFor = (cause: 'missing' | 'returned', reasons: readonly Reason[]): boolean =>
  reasons.some(({ because }) => because === cause)

/** Also of what the files say that changed: a page may have the same address and another text. */
export const digestOfPlan = (
  { plan: { removals }, found }: PlannedBuild,
  pages: readonly PlannedPage[],
): string =>
  digestOf(
    JSON.stringify([
      pages.map(({ url, kind, key, layoutDigest }) => [url, kind, key, layoutDigest]),
      removals.filter(({ reasons }) => !isFor('returned', reasons)).map(({ output }) => output),
      found.changes.map(({ file }) => [file, digestAt(found.marks, file)]),
    ]),
  )

const digestAt = (marks: InputChanges['marks'], file: string): string | null => {
  const cut = file.lastIndexOf('/')
  return marks.get(file.slice(0, Math.max(0, cut)))?.[file.slice(cut + 1)]?.digest ?? null
}

const foldersIn = ({ state }: Edition): string => join(state, 'shares')

/** Relative to the root. */
export const folderOfShare = (edition: Edition, { index, count }: ShareOf): string =>
  join(foldersIn(edition), `${index}-of-${count}`)

/** The folders that hold a share, relative to the root. */
export const sharesAt = (root: string, edition: Edition): readonly string[] => {
  const folder = foldersIn(edition)
  const names = exists(join(root, folder)) ? readdirSync(join(root, folder)) : []
  // What file managers leave there is no share.
  return names
    .filter(name => !name.startsWith('.'))
    .sort()
    .map(name => join(folder, name))
}

/** Once they are merged they are of no more use. All at once: killed half way, no share is left without the others. */
export const removeShares = (root: string, edition: Edition): void => {
  const folder = join(root, foldersIn(edition))
  const aside = `${folder}-merged`
  rmSync(aside, { recursive: true, force: true })
  if (exists(folder)) renameSync(folder, aside)
  rmSync(aside, { recursive: true, force: true })
}
