// Renders one share of a plan into `.dateline/shares/`, and publishes nothing.

import { cpSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BuildRequest } from '../changes/find-changes.ts'
import type { Report } from '../domain/event.ts'
import { askBack } from '../domain/kept-back.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { encodePictures, type PictureFault } from '../pictures/encode-pictures.ts'
import { pictureJobsOf } from '../plan/picture-jobs.ts'
import type { Plan } from '../plan/plan.ts'
import { undisturbed } from '../plan/standing.ts'
import { compressFiles } from '../publish/compress.ts'
import { isCompressible, isPrecompressed } from '../store/compressed.ts'
import { withLastSite } from '../store/site-session.ts'
import { listFiles } from '../system/files.ts'
import { planWithout } from './build.ts'
import { pictureProblems } from './picture-problems.ts'
import { beginRendering, renderReported } from './render.ts'
import { digestOfPlan, folderOfShare, type ShareOf, sliceOf } from './share.ts'
import { digestsIn, writeShare } from './share-file.ts'

export type RenderedShare = { readonly folder: string; readonly pages: number }

export const renderShare = (
  request: BuildRequest,
  share: ShareOf,
  report: Report,
): Promise<Result<RenderedShare, readonly Problem[]>> =>
  withLastSite(request.root, request.edition, async site => {
    const { root } = site
    report({ type: 'reading' })
    const planned = await planWithout(request, site.lastSite, undisturbed, site.workers)
    if (!planned.ok) return planned
    const { build, asked } = planned.value
    const { plan, newsroom, viewpoint, warnings, fullBuildReason, tables } = build
    const pages = sliceOf(plan.pages, share)
    const folder = folderOfShare(request.edition, share)
    rmSync(join(root, folder), { recursive: true, force: true })
    const next = fullBuildReason === null ? null : await site.beginStore(tables)
    const rendering = beginRendering(build, { ...site, staging: join(folder, 'site') }, next)
    const shards = await renderReported(rendering, pages, report)
    const problems = shards.flatMap(shard => shard.problems)
    // Which stories stay back is decided where all shares are merged.
    if (problems.some(isError) && !(asked && askBack(asked, problems)))
      return failure([...problems, ...warnings])
    const faults = await encodeShare(root, folder, plan, share, report)
    if (faults.length > 0) return failure([...pictureProblems(faults, root, tables), ...warnings])
    const staged = join(root, folder, 'site')
    if (isPrecompressed(newsroom, viewpoint))
      await compressFiles(staged, listFiles(staged).filter(isCompressible), site.workers)
    const planDigest = digestOfPlan(build, plan.pages)
    writeShare(join(root, folder), {
      ...{ ...share, now: viewpoint.now, isAll: request.isAll, planDigest, shards },
      ...{ site: newsroom.site.url, basisDigest: build.basisDigest },
      files: digestsIn(join(root, folder)),
    })
    return success({ folder, pages: pages.length })
  })

/** Encodes this share of the new pictures, and lays them into its folder: the machine that merges need not. */
const encodeShare = async (
  root: string,
  folder: string,
  plan: Plan,
  share: ShareOf,
  report: Report,
): Promise<readonly PictureFault[]> => {
  const jobs = pictureJobsOf(plan)
  const digests = sliceOf([...new Set(jobs.map(({ picture }) => picture.digest))].sort(), share)
  const mine = jobs.filter(({ picture }) => digests.includes(picture.digest))
  const { find, faults } = await encodePictures(root, mine, report)
  if (faults.length > 0) return faults
  for (const kept of new Set(mine.map(job => dirname(find(job).file))))
    cpSync(join(root, kept), join(root, folder, 'pictures', basename(kept)), { recursive: true })
  return []
}
