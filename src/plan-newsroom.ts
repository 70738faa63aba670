// The way from files to a plan: read, validate, archive, plan.

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
import { readNewsroomFiles } from './read/read-newsroom-files.ts'
import { readPictureSize } from './read/read-picture-size.ts'
import { createReaderTime } from './time/reader-time.ts'
import { validateNewsroom } from './validate/validate-newsroom.ts'

export type Planned = {
  readonly newsroom: Newsroom
  readonly plan: Plan
  readonly warnings: readonly Problem[]
}

/** Reads and checks the newsroom at `root`, and plans its site. Fails with the problems of the content, all of them. */
export const planNewsroom = (
  root: string,
  now: Instant,
  audience: Audience = 'readers',
): Result<Planned, readonly Problem[]> => {
  const valid = validateNewsroom(readNewsroomFiles(root), file => readPictureSize(join(root, file)))
  if (!valid.ok) return valid
  const { newsroom, warnings } = valid.value
  const time = createReaderTime(newsroom.site.timezone, newsroom.site.language)
  const plan = planSite(
    pageKinds,
    { archive: createArchive(newsroom, now, audience), newsroom, time },
    audience,
  )
  const conflicts = findConflicts(plan, newsroom)
  return conflicts.length > 0 ? failure([...conflicts, ...warnings]) : success({ newsroom, plan, warnings })
}
