// The pipeline: read, validate, plan, render, check, publish. Nothing is published unless everything holds.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkSite } from './check/check-site.ts'
import { otherFiles } from './check/other-files.ts'
import type { Instant } from './domain/instant.ts'
import type { Audience } from './domain/lifecycle.ts'
import type { Problem } from './domain/problem.ts'
import { failure, type Result, success } from './domain/result.ts'
import { renderPlan } from './eleventy/render-plan.ts'
import { type Prepared, prepare } from './prepare.ts'
import { type Published, publish } from './publish/publish.ts'
import { withLock } from './system/lock.ts'

export type Built = Published & Pick<Prepared, 'plan' | 'newsroom' | 'warnings'> & { readonly pages: number }

/** Called with the name of each stage as it begins. */
export type Progress = (stage: string) => void

/** Who a build is for, and where it goes. All paths are relative to the site's root. */
export type Edition = {
  readonly audience: Audience
  readonly staging: string
  readonly published: string
  readonly manifest: string
}

const forReaders: Edition = {
  audience: 'readers',
  staging: '.dateline/staging',
  published: '_site',
  manifest: '.dateline/manifest.json',
}

/** `root` must be the current folder: Eleventy takes its paths from there. */
export const build = (
  root: string,
  now: Instant,
  progress: Progress,
  edition: Edition = forReaders,
): Promise<Result<Built, readonly Problem[]>> =>
  withLock(join(root, `${edition.staging}.lock`), () => run(root, now, progress, edition))

const run = async (
  root: string,
  now: Instant,
  progress: Progress,
  { audience, staging, published, manifest }: Edition,
): Promise<Result<Built, readonly Problem[]>> => {
  progress('reading stories')
  const prepared = await prepare(root, now, audience)
  if (!prepared.ok) return failure(prepared.fault)
  const { plan, newsroom, warnings } = prepared.value

  progress(`rendering ${plan.pages.length} pages`)
  rmSync(join(root, staging), { recursive: true, force: true })
  const pages = await renderPlan(prepared.value, staging)

  progress('checking')
  const files = otherFiles(join(root, staging), pages)
  const faults = checkSite({ folder: staging, pages, files, plan, newsroom }, now)
  if (faults.length > 0) return failure([...faults, ...warnings])

  progress('publishing')
  const folders = {
    staging: join(root, staging),
    published: join(root, published),
    manifestFile: join(root, manifest),
    withheld: plan.withheld,
  }
  return success({ ...publish(folders), plan, newsroom, warnings, pages: pages.length })
}
