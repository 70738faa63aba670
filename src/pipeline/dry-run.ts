// What a build would do, without doing it.

import { nextDueIn } from '../archive/outlook.ts'
import type { BuildCall } from '../changes/find-changes.ts'
import type { Instant } from '../domain/instant.ts'
import type { Problem } from '../domain/problem.ts'
import { type Result, success } from '../domain/result.ts'
import type { Plan } from '../plan/plan.ts'
import { readEleventyFiles } from '../publish/eleventy-files.ts'
import { findMissing } from '../publish/find-missing.ts'
import type { Edition } from '../store/edition.ts'
import { withLastSite } from '../store/with-last-site.ts'
import { planBuild } from './plan-build.ts'

/** Writes nothing that anybody sees. */
export const dryRun = (call: BuildCall): Promise<Result<Plan, readonly Problem[]>> =>
  withLastSite(call.root, call.edition, async ({ lastSite, state, folders }) => {
    const missing = await findMissing(lastSite, folders, call.isAll, readEleventyFiles(state))
    const planned = await planBuild(call, lastSite, missing, null)
    return planned.ok ? success(planned.value.plan) : planned
  })

export type NextDue = { readonly at: Instant; readonly timezone: string } | null

/** The next instant at which a build is due, as the last publish knows; `now` when there was none. */
export const nextDueAt = (root: string, edition: Edition, now: Instant): Promise<NextDue> =>
  withLastSite(root, edition, async ({ lastSite: { last, tables } }) => {
    if (last === null) return { at: now, timezone: 'UTC' }
    const at = nextDueIn(tables, last.viewpoint.now)
    return at === null ? null : { at, timezone: last.viewpoint.timezone }
  })
