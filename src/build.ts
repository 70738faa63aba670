// The pipeline: read, validate, plan, render, check, publish. Nothing is published unless everything holds.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkSite } from './check/check-site.ts'
import type { Instant } from './domain/instant.ts'
import type { Problem } from './domain/problem.ts'
import { failure, type Result, success } from './domain/result.ts'
import { renderPlan } from './eleventy/render-plan.ts'
import { type Prepared, prepare } from './prepare.ts'
import { type Published, publish } from './publish/publish.ts'
import { listFiles } from './system/files.ts'

export type Built = Published & Pick<Prepared, 'plan' | 'newsroom' | 'warnings'> & { readonly pages: number }

/** Called with the name of each stage as it begins. */
export type Progress = (stage: string) => void

const staging = '.dateline/staging'

/** `root` must be the current folder: Eleventy takes its paths from there. */
export const build = async (
  root: string,
  now: Instant,
  progress: Progress,
): Promise<Result<Built, readonly Problem[]>> => {
  progress('reading stories')
  const prepared = await prepare(root, now)
  if (!prepared.ok) return failure(prepared.fault)
  const { plan, newsroom, warnings } = prepared.value

  progress(`rendering ${plan.pages.length} pages`)
  rmSync(join(root, staging), { recursive: true, force: true })
  const pages = await renderPlan(prepared.value, staging)

  progress('checking')
  const made = new Set(pages.map(page => page.output))
  const files = listFiles(join(root, staging), '.')
    .map(file => file.slice(2))
    .filter(file => !made.has(file))
  const faults = checkSite({ folder: staging, pages, files, plan, newsroom }, now)
  if (faults.length > 0) return failure([...faults, ...warnings])

  progress('publishing')
  const folders = {
    staging: join(root, staging),
    published: join(root, '_site'),
    manifestFile: join(root, '.dateline/manifest.json'),
  }
  return success({ ...publish(folders), plan, newsroom, warnings, pages: pages.length })
}
