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
import { type AskedBack, askBack, isOfLastVersion, nobodyAsked, problemsOfKept } from '../domain/kept-back.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import type { Standing } from '../plan/standing.ts'
import { finishInterruptedPublish } from '../publish/finish-interrupted-publish.ts'
import type { LastSite } from '../store/last-site.ts'
import { type OpenSite, type SiteSession, withLastSite } from '../store/site-session.ts'
import type { WorkerPool } from '../system/worker-pool.ts'
import { holdAgainstPublished, holdSiteAgainstPublished } from './against-published.ts'
import { checkRendered } from './check-rendered.ts'
import { keepDepartures } from './departures.ts'
import { findPublished } from './find-published.ts'
import { loadContent } from './load-content.ts'
import { planContent } from './plan-content.ts'
import { type Built, publish } from './publish.ts'
import { type Published, publishedByStore } from './published.ts'
import { type PageSource, render, renderHere } from './render.ts'
import { folderOfChanges, publishedFolder, type Target } from './target.ts'

/**
 * Nothing is written. `standing`: what stands where the pages are to go. `workers`: null to do without. `asked`: files that stay
 * as they were published last; null to fail with the problems of any story. `published`: what readers have.
 */
export const planBuild = async (
  request: BuildRequest,
  previous: LastSite,
  standing: Standing,
  workers: WorkerPool | null,
  asked: AskedBack | null = null,
  published: Published | null = publishedByStore(previous),
): Promise<Result<PlannedBuild, readonly Problem[]>> => {
  const changes = await findChanges(request, previous)
  const missing = new Set(standing.missing.map(({ path }) => path))
  const content = await loadContent(request, { ...previous, published, missing }, changes, workers, asked)
  if (!content.ok) return content
  const held = await holdAgainstPublished(request, content.value, published)
  keepDepartures(content.value, held.departures, previous.tables)
  const warnings = [...held.problems, ...content.value.warnings]
  const planned = await planContent({ ...content.value, warnings }, previous, standing)
  if (!planned.ok) return planned
  const { plan } = planned.value
  const ofSite = holdSiteAgainstPublished(request, content.value, plan, published)
  const problems = [...ofSite, ...planned.value.warnings]
  return problems.some(isError) ? failure(problems) : success({ ...planned.value, warnings: problems })
}

/** `next`: who is to stay back in another try; null when that would not help. */
type Refusal = { readonly problems: readonly Problem[]; readonly next: AskedBack | null }

export type PlannedWithout = {
  readonly build: PlannedBuild
  readonly asked: AskedBack | null
  /** What addresses and edits were held against; null where it is the last publish. */
  readonly heldAgainst: string | null
}

/** Again and again without those that are to blame, until the rest can be planned. `asked`: null to do that never. */
export const planWithout = async (
  request: BuildRequest,
  previous: LastSite,
  standing: Standing,
  workers: WorkerPool | null,
  asked: AskedBack | null = firstAsked(request),
): Promise<Result<PlannedWithout, readonly Problem[]>> => {
  const { published, note } = await findPublished(request, previous)
  const plan = (without: AskedBack | null) =>
    planBuild(request, previous, standing, workers, without, published)
  const planFrom = async (without: AskedBack | null): Promise<Result<PlannedWithout, readonly Problem[]>> => {
    const planned = await plan(without)
    if (planned.ok) return success({ build: planned.value, asked: without, heldAgainst: note })
    const next = without && askBack(without, planned.fault)
    if (next !== null) return planFrom(next)
    // Without a way out, all that is wrong is to be said.
    const all = without === null ? planned : await plan(null)
    return failure(all.ok ? planned.fault : all.fault)
  }
  return planFrom(asked)
}

type Way = {
  readonly target: (site: OpenSite) => Target
  readonly pageSource: PageSource
  readonly report: Report
}

/** Nothing is published unless every check has passed; what another run began is finished first. */
const buildSite = async (
  opened: OpenSite,
  request: BuildRequest,
  way: Way,
  asked: AskedBack | null,
): Promise<Result<Built, Refusal>> => {
  const { report } = way
  const target = way.target(opened)
  const previous = await finishInterruptedPublish(opened.lastSite, opened.folders)
  const site = { ...opened, lastSite: previous }
  report({ type: 'reading' })
  const standing = await target.findStanding(previous)
  const found = await planWithout(request, previous, standing, site.workers, asked)
  if (!found.ok) return failure({ problems: found.fault, next: null })
  const planned = found.value.build
  const { warnings, keptBack } = planned
  const refuse = (faults: readonly Problem[]) =>
    failure({
      problems: [...faults, ...keptBack.flatMap(problemsOfKept), ...warnings],
      next: found.value.asked && askBack(found.value.asked, faults),
    })
  const rendered = await render(planned, site, way.pageSource, report)
  if (!rendered.ok) return refuse(rendered.fault)
  const faults = await checkRendered(rendered.value)
  const problems = faults.filter(problem => !isOfLastVersion(problem, keptBack))
  if (problems.some(isError)) return refuse(problems)
  const built = await publish(rendered.value, target, site, report)
  return success({
    ...built,
    warnings: [...problems, ...built.warnings],
    heldAgainst: found.value.heldAgainst,
  })
}

type Use = <Value>(work: (site: OpenSite) => Promise<Value>) => Promise<Value>

/**
 * Again and again without those that are to blame, until the rest can be published: what a story lacks may be what another
 * links to. Each time from the disk, as a build that failed may have begun a store.
 */
const buildWithout = async (
  use: Use,
  request: BuildRequest,
  way: Way,
  asked: AskedBack | null,
): Promise<Result<Built, readonly Problem[]>> => {
  const built = await use(site => buildSite(site, request, way, asked))
  if (built.ok) return built
  const { problems, next } = built.fault
  // Shares were made with what stays back now.
  return next === null
    ? failure(problems)
    : buildWithout(use, request, { ...way, pageSource: renderHere }, next)
}

/** Nobody, or null where a problem in any story stops everything. */
const firstAsked = ({ isStrict }: BuildRequest): AskedBack | null => (isStrict ? null : nobodyAsked)

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
  buildWithout(
    work => withLastSite(request.root, request.edition, work),
    request,
    {
      target: site => (into === null ? publishedFolder(site, request.isAll) : folderOfChanges(site, into)),
      pageSource,
      report,
    },
    firstAsked(request),
  )

/** For a process that builds again and again: a session saves each build the opening, and the reading of the same rows. */
export const buildAgain = (
  session: SiteSession,
  request: BuildRequest,
  report: Report = reportNothing,
): Promise<Result<Built, readonly Problem[]>> =>
  buildWithout(
    session.use,
    request,
    {
      target: site => publishedFolder(site, request.isAll),
      pageSource: renderHere,
      report,
    },
    firstAsked(request),
  )
