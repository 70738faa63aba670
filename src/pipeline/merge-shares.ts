// Joins shares that were rendered apart into one publish.

import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BuildRequest } from '../changes/find-changes.ts'
import type { Report } from '../domain/event.ts'
import type { Instant } from '../domain/instant.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import { picturesFolder } from '../pictures/picture-cache.ts'
import { renderPages } from '../render/render-plan.ts'
import { exists, isFile, readText } from '../system/files.ts'
import { build } from './build.ts'
import type { Built } from './publish.ts'
import type { PageSource } from './render.ts'
import { digestOfPlan, isFor, type Share } from './share.ts'

/** The shares say what instant the publish is for, and whether all was asked for. */
export const mergeShares = (
  request: Omit<BuildRequest, 'now' | 'isAll'>,
  folders: readonly string[],
  into: string | null,
  report: Report,
): Promise<Result<Built, readonly Problem[]>> => {
  const shares = folders.map(readShare)
  const now = refuseIncomplete(shares)
  for (const folder of folders) take(folder, 'pictures', join(request.root, picturesFolder))
  const isAll = shares.some(share => share.isAll)
  return build({ ...request, now, isAll }, report, into, pagesOfShares(shares, folders))
}

const pagesOfShares =
  (shares: readonly Share[], folders: readonly string[]): PageSource =>
  async rendering => {
    const shards = shares.flatMap(share => share.shards)
    const made = new Set(shards.flatMap(({ outputs }) => outputs.map(({ url }) => url)))
    const { pages } = rendering.build.plan
    const planDigest = digestOfPlan(
      rendering.build,
      pages.filter(({ url }) => made.has(url)),
    )
    // A share has no file where the page came out as it was.
    const lost = pages.filter(({ reasons }) => isFor('missing', reasons))
    const known = new Set([...made, ...lost.map(({ url }) => url)])
    if (shares.some(share => share.planDigest !== planDigest) || !pages.every(({ url }) => known.has(url)))
      throw new Error(
        'the shares do not fit this content; make all shares and merge them from the same content and the same .dateline/',
      )
    for (const folder of folders) take(folder, 'site', join(rendering.root, rendering.staging))
    return [...shards, ...(await renderPages(rendering, lost, () => {}))]
  }

const take = (share: string, name: string, to: string): void => {
  const from = join(resolve(share), name)
  if (exists(from)) cpSync(from, to, { recursive: true })
}

const readShare = (folder: string): Share => {
  const file = join(resolve(folder), 'share.json')
  const text = isFile(file) ? readText(file) : null
  if (text === null) throw new Error(`${folder} holds no share; make one with npm run build -- --shard=1/3`)
  return JSON.parse(text) as Share
}

/** As --shard has it, "1/3". */
const nameOf = ({ index, count }: Share): string => `${index}/${count}`

/** Returns the instant that all shares are for. Throws a plain line when they do not make a whole. */
const refuseIncomplete = (shares: readonly Share[]): Instant => {
  const [first] = shares
  if (!first) throw new Error('there are no shares; make them with npm run build -- --shard=1/3 and so on')
  const given = shares.map(({ index }) => index).sort((one, other) => one - other)
  const isComplete = shares.every(({ count }) => count === first.count) && given.length === first.count
  if (!isComplete || given.some((index, at) => index !== at + 1))
    throw new Error(`shares are missing: found ${shares.map(nameOf).join(', ')}; make the others too`)
  if (shares.some(({ now }) => now !== first.now))
    throw new Error('the shares were made for different times; make all of them with the same --now')
  return first.now
}
