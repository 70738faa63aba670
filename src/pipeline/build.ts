// The pipeline: content → changes → read → validate → archive → plan → render → check → publish.
//
// Each step takes plain data and gives plain data. Problems in content are values (all of them, each with
// file, line and column), never exceptions. Nothing is written where readers can see it before the check has
// passed, and nothing is announced before the publish has returned. The clock, the time zone and the order of
// files are inputs: the clock is read in `system/clock.ts` alone.
//
// `_site/` and the rows in the store change together (`publish/publish-to-site.ts`). The search index follows
// once the pages are out (`search/update-index.ts`), and announcing is a stage of its own
// (`announce/announce.ts`). Where a build goes is a target, which answers for what differs there
// (`target.ts`); for whom it is made is a profile (`domain/audience.ts`).

import { type BuildRequest, findChanges } from '../changes/find-changes.ts'
import { type Report, reportNothing } from '../domain/event.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import type { Standing } from '../plan/standing.ts'
import { finishInterruptedPublish } from '../publish/finish-interrupted-publish.ts'
import type { LastSite } from '../store/last-site.ts'
import { type OpenSite, type SiteSession, withLastSite } from '../store/site-session.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { checkRendered } from './check-rendered.ts'
import { loadContent } from './load-content.ts'
import { planContent } from './plan-content.ts'
import { type Built, publish } from './publish.ts'
import { type PageSource, render, renderHere } from './render.ts'
import { folderOfChanges, publishedFolder, type Target } from './target.ts'

/** Nothing is written. `standing`: what stands where the pages are to go. `workers`: null to do without. */
export const planBuild = async (
  request: BuildRequest,
  previous: LastSite,
  standing: Standing,
  workers: WorkerPool | null,
): Promise<Result<PlannedBuild, readonly Problem[]>> => {
  const changes = await findChanges(request, previous)
  const content = await loadContent(request, previous, changes, workers)
  return content.ok ? planContent(content.value, previous, standing) : content
}

/** Nothing is published unless every check has passed; what another run began is finished first. */
const buildSite = async (
  opened: OpenSite,
  request: BuildRequest,
  target: Target,
  pageSource: PageSource,
  report: Report,
): Promise<Result<Built, readonly Problem[]>> => {
  const previous = await finishInterruptedPublish(opened.lastSite, opened.folders)
  const site = { ...opened, lastSite: previous }
  report({ type: 'reading' })
  const standing = await target.findStanding(previous)
  const planned = await planBuild(request, previous, standing, site.workers)
  if (!planned.ok) return planned
  const rendered = await render(planned.value, site, pageSource, report)
  if (!rendered.ok) return failure([...rendered.fault, ...planned.value.warnings])
  const problems = await checkRendered(rendered.value)
  if (problems.some(isError)) return failure([...problems, ...planned.value.warnings])
  const built = await publish(rendered.value, target, site, report)
  return success({ ...built, warnings: [...problems, ...built.warnings] })
}

/**
 * `request.root` must be the current folder: Eleventy takes its paths from there. `into`: a folder that gets only what
 * changed, instead of the published folder, which need not be there then.
 */
export const build = (
  request: BuildRequest,
  report: Report,
  into: string | null = null,
  pageSource: PageSource = renderHere,
): Promise<Result<Built, readonly Problem[]>> =>
  withLastSite(request.root, request.edition, site => {
    const target = into === null ? publishedFolder(site, request.isAll) : folderOfChanges(site, into)
    return buildSite(site, request, target, pageSource, report)
  })

/** For a process that builds again and again: a session saves each build the opening, and the reading of the same rows. */
export const buildAgain = (
  session: SiteSession,
  request: BuildRequest,
  report: Report = reportNothing,
): Promise<Result<Built, readonly Problem[]>> =>
  session.use(site => buildSite(site, request, publishedFolder(site, request.isAll), renderHere, report))
