// The way from files to a plan, which a build, plain Eleventy and the preview all go.

import { join } from 'node:path'
import { createArchive } from './archive/create-archive.ts'
import type { Instant } from './domain/instant.ts'
import type { Audience } from './domain/lifecycle.ts'
import type { Newsroom } from './domain/newsroom.ts'
import type { Problem } from './domain/problem.ts'
import { failure, type Result, success } from './domain/result.ts'
import { pageKinds } from './pages/page-kinds.ts'
import { findConflicts } from './plan/find-conflicts.ts'
import { type Plan, planSite } from './plan/plan-site.ts'
import { readLayouts } from './read/read-layouts.ts'
import { readNewsroomFiles } from './read/read-newsroom-files.ts'
import { readPictureSize } from './read/read-picture-size.ts'
import { type Layouts, minifyLayouts } from './render/minify-layouts.ts'
import { createReaderTime } from './time/reader-time.ts'
import { type ValidNewsroom, validateNewsroom } from './validate/validate-newsroom.ts'

/** A plan, and what rendering and checking it take. */
export type Prepared = {
  readonly newsroom: Newsroom
  readonly plan: Plan
  readonly layouts: Layouts
  readonly warnings: readonly Problem[]
}

/** Reads and checks the newsroom at `root`. */
export const readNewsroom = (root: string): Result<ValidNewsroom, readonly Problem[]> =>
  validateNewsroom(readNewsroomFiles(root), file => readPictureSize(join(root, file)))

/** Fails with the problems of the content, all of them. Throws when a layout is broken. */
export const prepare = async (
  root: string,
  now: Instant,
  audience: Audience = 'readers',
): Promise<Result<Prepared, readonly Problem[]>> => {
  const valid = readNewsroom(root)
  if (!valid.ok) return failure(valid.fault)
  const { newsroom, warnings } = valid.value
  const time = createReaderTime(newsroom.site.timezone, newsroom.site.language)
  const context = { archive: createArchive(newsroom, now, audience), newsroom, time }
  const plan = planSite(pageKinds, context, audience)
  const conflicts = findConflicts(plan)
  if (conflicts.length > 0) return failure(conflicts)
  return success({ newsroom, plan, layouts: await minifyLayouts(readLayouts(root)), warnings })
}
