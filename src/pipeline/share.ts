// A share of a plan's pages, rendered on one machine to be published by another.

import { cpSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { BuildCall } from '../changes/find-changes.ts'
import type { Instant } from '../domain/instant.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PlannedPage, Reason } from '../pages/planned-page.ts'
import { encodePictures } from '../pictures/encode-pictures.ts'
import { picturesFolder } from '../pictures/picture-cache.ts'
import { pictureJobsOf } from '../plan/picture-jobs.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { compressFiles } from '../publish/compress.ts'
import { renderPages } from '../render/render-plan.ts'
import type { RenderedShard } from '../render/shard.ts'
import { isCompressible, isPrecompressed } from '../store/compressed.ts'
import type { Edition } from '../store/edition.ts'
import type { FoundChanges } from '../store/file-change.ts'
import { nothingMissing } from '../store/missing.ts'
import { withLastSite } from '../store/with-last-site.ts'
import { digestOf } from '../system/digest.ts'
import { exists, isFile, listFiles, readText, writeFile } from '../system/files.ts'
import { type Built, beginRendering, build, type PageSource, type Progress, tellPictures } from './build.ts'
import { planBuild } from './plan-build.ts'

/** `index` counts from 1. */
export type ShareOf = { readonly index: number; readonly count: number }

type Share = ShareOf & {
  readonly now: Instant
  readonly isAll: boolean
  /** All shares must be of one plan. */
  readonly plan: string
  readonly shards: readonly RenderedShard[]
}

export type RenderedShare = { readonly folder: string; readonly pages: number }

/** Renders one share into `.dateline/shares/`, and publishes nothing. */
export const renderShare = (
  call: BuildCall,
  share: ShareOf,
  progress: Progress,
): Promise<Result<RenderedShare, readonly Problem[]>> =>
  withLastSite(call.root, call.edition, async site => {
    progress('reading stories')
    const planned = await planBuild(call, site.lastSite, nothingMissing, site.workers)
    if (!planned.ok) return planned
    const { plan, newsroom, viewpoint, fullBuildReason, tables, warnings } = planned.value
    const pages = sliceOf(plan.pages, share)
    progress(`rendering ${pages.length} of ${plan.pages.length} pages`)
    const next = fullBuildReason === null ? null : await site.beginStore(tables)
    const folder = join(sharesOf(call.edition), `${share.index}-of-${share.count}`)
    rmSync(join(call.root, folder), { recursive: true, force: true })
    const rendering = beginRendering(
      call.root,
      { ...site, staging: join(folder, 'site') },
      planned.value,
      nothingMissing,
      next,
    )
    const shards = await renderPages(rendering, pages, () => {})
    const problems = shards.flatMap(shard => shard.problems)
    if (problems.some(isError)) return failure([...problems, ...warnings])
    await encodeShare(call.root, folder, plan, share, progress)
    const staged = join(call.root, folder, 'site')
    if (isPrecompressed(newsroom, viewpoint))
      await compressFiles(staged, listFiles(staged).filter(isCompressible), site.workers)
    const content: Share = {
      ...share,
      now: viewpoint.now,
      isAll: call.isAll,
      plan: digestOfBuild(planned.value, plan.pages),
      shards,
    }
    writeFile(join(call.root, folder, 'share.json'), JSON.stringify(content))
    return success({ folder, pages: pages.length })
  })

/** Joins the shares in `folders` into one publish. They say what instant it is for, and whether all was asked for. */
export const mergeShares = (
  call: Omit<BuildCall, 'now' | 'isAll'>,
  folders: readonly string[],
  into: string | null,
  progress: Progress,
): Promise<Result<Built, readonly Problem[]>> => {
  const shares = folders.map(readShare)
  const now = refuseIncomplete(shares)
  for (const folder of folders) take(folder, 'pictures', join(call.root, picturesFolder))
  const source: PageSource = async (rendering, planned) => {
    const shards = shares.flatMap(share => share.shards)
    const made = new Set(shards.flatMap(({ outputs }) => outputs.map(({ url }) => url)))
    const { pages } = planned.plan
    const plan = digestOfBuild(
      planned,
      pages.filter(({ url }) => made.has(url)),
    )
    // A share has no file where the page came out as it was.
    const lost = pages.filter(({ reasons }) => isFor('missing', reasons))
    const known = new Set([...made, ...lost.map(({ url }) => url)])
    if (shares.some(share => share.plan !== plan) || !pages.every(({ url }) => known.has(url)))
      throw new Error(
        'the shares are not of this plan; make all of them, and the merge, from the same content and the same .dateline',
      )
    for (const folder of folders) take(folder, 'site', join(rendering.root, rendering.staging))
    return [...shards, ...(await renderPages(rendering, lost, () => {}))]
  }
  const isAll = shares.some(share => share.isAll)
  return build({ ...call, now, isAll }, progress, into, source)
}

/** Once they are merged they are of no more use. */
export const removeShares = (root: string, edition: Edition): void =>
  rmSync(join(root, sharesOf(edition)), { recursive: true, force: true })

/** The folders that hold a share, relative to the root. */
export const sharesAt = (root: string, edition: Edition): readonly string[] => {
  const folder = sharesOf(edition)
  const names = exists(join(root, folder)) ? readdirSync(join(root, folder)) : []
  return names.sort().map(name => join(folder, name))
}

const sharesOf = ({ state }: Edition): string => join(state, 'shares')

const take = (share: string, name: string, to: string): void => {
  const from = join(resolve(share), name)
  if (exists(from)) cpSync(from, to, { recursive: true })
}

/** Encodes this share of the new pictures, and lays them into its folder: the machine that merges need not. */
const encodeShare = async (
  root: string,
  folder: string,
  plan: Plan,
  share: ShareOf,
  progress: Progress,
): Promise<void> => {
  const jobs = pictureJobsOf(plan)
  const digests = sliceOf([...new Set(jobs.map(({ picture }) => picture.digest))].sort(), share)
  const mine = jobs.filter(({ picture }) => digests.includes(picture.digest))
  const { find } = await encodePictures(root, mine, tellPictures(progress))
  for (const kept of new Set(mine.map(order => dirname(find(order).file))))
    cpSync(join(root, kept), join(root, folder, 'pictures', basename(kept)), { recursive: true })
}

/** Neighbours in the order of urls draw on the same stories, so they stay together. */
const sliceOf = <Item>(items: readonly Item[], { index, count }: ShareOf): readonly Item[] =>
  items.slice(Math.floor(((index - 1) * items.length) / count), Math.floor((index * items.length) / count))

/** What is missing or has returned is only known where the published folder is. */
const isFor = (what: 'missing' | 'returned', reasons: readonly Reason[]): boolean =>
  reasons.some(({ because }) => because === what)

/** Also of what the files say that changed: a page may have the same address and another text. */
const digestOfBuild = ({ plan: { removals }, found }: PlannedBuild, pages: readonly PlannedPage[]): string =>
  digestOf(
    JSON.stringify([
      pages.map(({ url, kind, key, layoutDigest: look }) => [url, kind, key, look]),
      removals.filter(({ reasons }) => !isFor('returned', reasons)).map(({ output }) => output),
      found.changes.map(({ file }) => [file, digestAt(found.marks, file)]),
    ]),
  )

const digestAt = (marks: FoundChanges['marks'], file: string): string | null => {
  const cut = file.lastIndexOf('/')
  return marks.get(file.slice(0, Math.max(0, cut)))?.[file.slice(cut + 1)]?.digest ?? null
}

const readShare = (folder: string): Share => {
  const file = join(resolve(folder), 'share.json')
  const text = isFile(file) ? readText(file) : null
  if (text === null) throw new Error(`${folder} holds no share; make one with npm run build -- --shard=1/3`)
  return JSON.parse(text) as Share
}

/** Returns the instant that all shares are for. Throws a plain line when they do not make a whole. */
const refuseIncomplete = (shares: readonly Share[]): Instant => {
  const [first] = shares
  if (!first) throw new Error('there are no shares; make them with npm run build -- --shard=1/3 and so on')
  const given = shares.map(({ index }) => index).sort((one, other) => one - other)
  const isWhole = shares.every(({ count }) => count === first.count) && given.length === first.count
  if (!isWhole || given.some((index, at) => index !== at + 1))
    throw new Error(`of ${first.count} shares ${given.join(', ')} are here; make the others as well`)
  if (shares.some(({ now }) => now !== first.now))
    throw new Error('the shares are for different instants; give all of them the same --now')
  return first.now
}
