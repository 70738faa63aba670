// Joins shares that were rendered apart into one publish.
//
// Nothing is taken of a share that is not as it was made (`share-file.ts`). A merge that was killed once its
// moves were written down is finished by the next run, as any publish is. The shares are then those of the last
// publish, which remembers them: merged again, they add nothing.

import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { BuildRequest } from '../changes/find-changes.ts'
import type { Report } from '../domain/event.ts'
import type { Instant } from '../domain/instant.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result } from '../domain/result.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import { picturesFolder } from '../pictures/picture-cache.ts'
import { type Rendering, renderPages } from '../render/render-plan.ts'
import { build } from './build.ts'
import type { Built } from './publish.ts'
import type { PageSource } from './render.ts'
import { digestOfPlan, isFor, nameOfShare } from './share.ts'
import { type FoundShare, readShare } from './share-file.ts'

/** The shares say what instant the publish is for, and whether all was asked for. */
export const mergeShares = async (
  request: Omit<BuildRequest, 'now' | 'isAll'>,
  folders: readonly string[],
  into: string | null,
  report: Report,
): Promise<Result<Built, readonly Problem[]>> => {
  const read = folders.map(folder => readShare(folder, resolve(folder)))
  const problems = read.flatMap(each => (each.ok ? [] : each.fault))
  if (problems.length > 0) return failure(problems)
  const shares = read.flatMap(each => (each.ok ? [each.value] : []))
  const now = refuseIncomplete(shares)
  for (const each of shares) take(each, 'pictures', join(request.root, picturesFolder))
  const isAll = shares.some(({ share }) => share.isAll)
  return build({ ...request, now, isAll }, report, into, pagesOfShares(shares))
}

const pagesOfShares = (shares: readonly FoundShare[]): PageSource => {
  const sharesDigest = shares[0]?.share.planDigest ?? null
  return {
    sharesDigest,
    render: async (rendering, last) => {
      const { plan, found } = rendering.build
      const shards = shares.flatMap(({ share }) => share.shards)
      const made = new Set(shards.flatMap(({ outputs }) => outputs.map(({ url }) => url)))
      // A share has no file where the page came out as it was.
      const lost = plan.pages.filter(({ reasons }) => isFor('missing', reasons))
      const isMerged = last?.sharesDigest === sharesDigest && found.changes.length === 0
      if (isMerged && lost.length === plan.pages.length) return renderPages(rendering, lost, () => {})
      refuseOthers(shares, rendering, made, lost)
      for (const each of shares) take(each, 'site', join(rendering.root, rendering.staging))
      return [...shards, ...(await renderPages(rendering, lost, () => {}))]
    },
  }
}

/** Throws a plain line when a share was made of something else than what is to be published here. */
const refuseOthers = (
  shares: readonly FoundShare[],
  { build }: Rendering,
  made: ReadonlySet<string>,
  lost: readonly PlannedPage[],
): void => {
  const { plan, newsroom, basisDigest } = build
  const refuse = (wrong: readonly FoundShare[], is: string, remedy: string) => {
    if (wrong.length > 0) throw new Error(`${listed(wrong)} ${is}; ${remedy}`)
  }
  const others = shares.filter(({ share }) => share.site !== newsroom.site.url)
  refuse(
    others,
    `made for ${others[0]?.share.site}, not for ${newsroom.site.url}`,
    'merge shares of this site',
  )
  refuse(
    shares.filter(({ share }) => share.basisDigest !== basisDigest),
    'made by another version of Dateline, or with another configuration or other site data',
    'make all shares and merge them with the same',
  )
  const planDigest = digestOfPlan(
    build,
    plan.pages.filter(({ url }) => made.has(url)),
  )
  const remedy = 'make all shares and merge them from the same content and the same .dateline/'
  refuse(
    shares.filter(({ share }) => share.planDigest !== planDigest),
    'made from other content, or after another publish: the shares do not fit this content',
    remedy,
  )
  const known = new Set([...made, ...lost.map(({ url }) => url)])
  if (!plan.pages.every(({ url }) => known.has(url)))
    throw new Error(`the shares do not fit this content; ${remedy}`)
}

/** "share 1/3 (shares/a) was", "shares 1/3 (shares/a), 2/3 (shares/b) were" */
const listed = (shares: readonly FoundShare[]): string =>
  `${shares.length === 1 ? 'share' : 'shares'} ${shares.map(nameOf).join(', ')} ${shares.length === 1 ? 'was' : 'were'}`

const nameOf = ({ share, folder }: FoundShare): string => `${nameOfShare(share)} (${folder})`

/** The files that the share says it holds, and no others. */
const take = ({ share, path }: FoundShare, name: 'pictures' | 'site', to: string): void => {
  for (const file of Object.keys(share.files).filter(each => each.startsWith(`${name}/`))) {
    const taken = join(to, file.slice(name.length + 1))
    mkdirSync(dirname(taken), { recursive: true })
    copyFileSync(join(path, file), taken)
  }
}

/** Returns the instant that all shares are for. Throws a plain line when they do not make a whole. */
const refuseIncomplete = (shares: readonly FoundShare[]): Instant => {
  const [first] = shares
  if (!first) throw new Error('there are no shares; make them with npm run build -- --shard=1/3 and so on')
  const { count, now } = first.share
  if (shares.some(({ share }) => share.count !== count))
    throw new Error(
      `the shares are parts of different wholes: ${shares.map(nameOf).join(', ')}; remove the folders of those that are left from before, or make all shares with the same number behind the slash`,
    )
  const twice = shares.find((each, at) =>
    shares.slice(0, at).some(({ share }) => share.index === each.share.index),
  )
  if (twice) {
    const same = shares.filter(({ share }) => share.index === twice.share.index)
    throw new Error(
      `share ${nameOfShare(twice.share)} is there ${same.length === 2 ? 'twice' : `${same.length} times`}: ${same.map(({ folder }) => folder).join(', ')}; name each share once`,
    )
  }
  if (shares.length !== count)
    throw new Error(
      `shares are missing: found ${shares.map(({ share }) => nameOfShare(share)).join(', ')}; make the others too`,
    )
  if (shares.some(({ share }) => share.now !== now))
    throw new Error('the shares were made for different times; make all of them with the same --now')
  return now
}
