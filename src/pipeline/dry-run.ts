// What a build would do, without doing it.

import type { BuildRequest } from '../changes/find-changes.ts'
import type { Instant } from '../domain/instant.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import { contextOf } from '../pages/context-of.ts'
import { nextChangeAfter } from '../plan/next-change.ts'
import type { Edition } from '../store/edition.ts'
import { withLastSite } from '../store/site-session.ts'
import { type PlannedWithout, planWithout } from './build.ts'
import { folderOfChanges, publishedFolder } from './target.ts'

/** Writes nothing that anybody sees. `into`: a folder that would get the changes, instead of the published one. */
export const dryRun = (
  request: BuildRequest,
  into: string | null = null,
): Promise<Result<PlannedWithout, readonly Problem[]>> =>
  withLastSite(request.root, request.edition, async site => {
    const target = into === null ? publishedFolder(site, request.isAll) : folderOfChanges(site, into)
    const standing = await target.findStanding(site.lastSite)
    return planWithout(request, site.lastSite, standing, null)
  })

export type NextDue = { readonly at: Instant; readonly timezone: string } | null

/** The next instant at which a build is due, as the last publish knows; `now` when there was none. */
export const nextDueAt = (root: string, edition: Edition, now: Instant): Promise<NextDue> =>
  withLastSite(root, edition, async ({ lastSite: { last, tables } }) => {
    if (last === null) return { at: now, timezone: 'UTC' }
    const context = contextOf(tables, last.viewpoint)
    const at = context && nextChangeAfter(tables, context)
    return at === null ? null : { at, timezone: last.viewpoint.timezone }
  })
