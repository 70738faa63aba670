// From a plan to files in the staging folder: pictures, pages, copies, the newsroom's own templates.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../domain/event.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import { encodePictures } from '../pictures/encode-pictures.ts'
import { pictureJobsOf } from '../plan/picture-jobs.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { isOfMaking } from '../render/problem-of-making.ts'
import { type Rendering, renderPages } from '../render/render-plan.ts'
import type { RenderedShard } from '../render/shard.ts'
import { renderLinkers, stageOutputs } from '../render/stage-outputs.ts'
import type { LastPublish } from '../store/last-publish.ts'
import type { OpenSite } from '../store/site-session.ts'
import type { Store } from '../store/store.ts'
import type { EditedTables } from '../store/tables.ts'
import { pictureProblems } from './picture-problems.ts'

/** Where the pages of a plan come from: from here, or from shares that were rendered elsewhere. */
export type PageSource = {
  /** Of the plan that the shares were made of; null without any. */
  readonly sharesDigest: string | null
  readonly render: (
    rendering: Rendering,
    last: LastPublish | null,
    report: Report,
  ) => Promise<readonly RenderedShard[]>
}

export type Rendered = {
  readonly rendering: Rendering
  /** The build's tables with the rows of all outputs. */
  readonly tables: EditedTables
  /** The store that takes the place of the last one, with the build's rows in it; null to go on with the last one. */
  readonly next: Store | null
  readonly shards: readonly RenderedShard[]
  /** Of the newsroom's own templates. */
  readonly problems: readonly Problem[]
  /** The pages that were rendered only to check their links. */
  readonly linkers: readonly PlannedPage[]
  /** How many pictures had to be encoded. */
  readonly encoded: number
  readonly sharesDigest: PageSource['sharesDigest']
}

export const renderHere: PageSource = {
  sharesDigest: null,
  render: (rendering, _last, report) => renderReported(rendering, rendering.build.plan.pages, report),
}

export const renderReported = (
  rendering: Rendering,
  pages: readonly PlannedPage[],
  report: Report,
): Promise<readonly RenderedShard[]> => {
  const countPages = (done: number) => report({ type: 'rendering', done, all: pages.length })
  countPages(0)
  return renderPages(rendering, pages, countPages)
}

/** Fails with the problems of pictures that cannot be encoded, and of pages that cannot be made. */
export const render = async (
  build: PlannedBuild,
  site: Pick<OpenSite, 'root' | 'lastSite' | 'staging' | 'workers' | 'beginStore'>,
  pageSource: PageSource,
  report: Report,
): Promise<Result<Rendered, readonly Problem[]>> => {
  const pictures = await encodePictures(site.root, pictureJobsOf(build.plan), report)
  if (pictures.faults.length > 0) return failure(pictureProblems(pictures.faults, site.root, build.tables))
  const next = build.fullBuildReason === null ? null : await site.beginStore(build.tables)
  const rendering = beginRendering(build, site, next)
  const pages = await pageSource.render(rendering, site.lastSite.last, report)
  // What they would have shown or linked to, nobody knows: all else that could be said follows from that.
  const unmade = pages.flatMap(({ problems }) => problems.filter(isOfMaking))
  if (unmade.length > 0) return failure(eachOnce(unmade))
  const staged = await stageOutputs(rendering, pages, pictures)
  if (staged.problems.some(isOfMaking)) return failure(staged.problems)
  const { shards, linkers } = await renderLinkers(rendering, staged.tables)
  return success({
    ...{ rendering, next, ...staged, shards: [...pages, ...shards], linkers, encoded: pictures.count },
    sharesDigest: pageSource.sharesDigest,
  })
}

/** Many pages are made with the same layout. */
const eachOnce = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(
    problems.map(problem => {
      const { file, line, column } = problem.location
      return [`${file} ${line} ${column}`, problem]
    }),
  ).values(),
]

/** Empties the staging folder: an interrupted publish must have moved its files from there. */
export const beginRendering = (
  build: PlannedBuild,
  { root, lastSite, staging, workers }: Pick<OpenSite, 'root' | 'lastSite' | 'staging' | 'workers'>,
  next: Store | null,
): Rendering => {
  rmSync(join(root, staging), { recursive: true, force: true })
  const source = next
    ? { store: lastSite.nextFolder, edits: new Map() }
    : { store: lastSite.folder ?? '', edits: build.tables.edits }
  return { root, staging, build, source, workers }
}
