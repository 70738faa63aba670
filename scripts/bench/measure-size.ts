// The bench at one size: sites written, built, added to, and thrown away.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchArchive, storiesOf } from './archive/bench-story.ts'
import type { Contestant } from './contestants/contestant.ts'
import { writeSite } from './dialects/dialect.ts'
import { type Census, takeCensus } from './measure/census.ts'
import type { Meter } from './measure/cost.ts'
import { measureByGit } from './measure-by-git.ts'
import { measureExtras } from './measure-extras.ts'
import { measureFloors } from './measure-floors.ts'
import type { ContestantResult, Extra, Measurement, SizeResult } from './report/bench-result.ts'
import {
  type ContestantSite,
  fullRound,
  measurementOf,
  newScores,
  publishRound,
  type Scores,
  scoreOf,
  writtenOf,
} from './rounds.ts'

export type Bench = {
  readonly contestants: readonly Contestant[]
  readonly meter: Meter
  readonly runs: number
  readonly seed: number
  /** A folder for the sites. */
  readonly work: string
  /** Whether the sites stay there. */
  readonly keep: boolean
  readonly progress: (stage: string) => void
}

export const measureSize = async (bench: Bench, stories: number): Promise<SizeResult> => {
  const archive: BenchArchive = { seed: bench.seed, count: stories }
  const progress = (stage: string) => bench.progress(`${stories} stories: ${stage}`)
  const sites = bench.contestants.map((contestant): ContestantSite => {
    progress(`writing them for ${contestant.name}`)
    const root = join(bench.work, `${contestant.key}-${stories}`)
    contestant.prepare(root)
    writeSite(root, contestant.dialect, storiesOf(archive))
    return { contestant, root }
  })
  const full = newScores(sites)
  for (let run = 1; run <= bench.runs; run += 1) {
    progress(`full builds, round ${run} of ${bench.runs}`)
    await fullRound(full, bench.meter)
  }
  // Taken before any story is added.
  const censuses = new Map(sites.map(site => [site, censusOf(site, full)]))
  progress('floors')
  const dateline = sites.find(({ contestant }) => contestant.key === 'dateline')
  const floors = dateline === undefined ? [] : await measureFloors(dateline, bench.meter, bench.runs)
  const publish = newScores(sites)
  for (const [site, score] of publish)
    if (scoreOf(full, site).reason !== null) score.reason = 'its full build failed'
  for (let run = 1; run <= bench.runs; run += 1) {
    progress(`one more story, round ${run} of ${bench.runs}`)
    await publishRound(publish, bench.meter, archive, run)
  }
  progress('one more story, found by git; search; pictures')
  const more = dateline === undefined ? nothingMore : await measureMore(dateline, bench, archive)
  if (!bench.keep) for (const { root } of sites) rmSync(root, { recursive: true, force: true })
  const contestants = sites.map(site => resultOf(site, full, publish, censuses.get(site) ?? null))
  return { stories, floors, ...more, contestants }
}

const censusOf = (site: ContestantSite, full: Scores): Census | null =>
  scoreOf(full, site).reason === null ? takeCensus(join(site.root, site.contestant.output)) : null

const resultOf = (
  site: ContestantSite,
  full: Scores,
  publish: Scores,
  census: Census | null,
): ContestantResult => {
  const { key, name } = site.contestant
  const published = scoreOf(publish, site)
  return {
    key,
    name,
    full: measurementOf(scoreOf(full, site)),
    publish: measurementOf(published),
    census,
    written: writtenOf(published),
  }
}

type More = { readonly byGit: Measurement | null; readonly extras: readonly Extra[] }

const nothingMore: More = { byGit: null, extras: [] }

/** What extras cost grows as the archive does. */
const mostForExtras = 10_000

/** What only Dateline can do. Each part adds stories of its own, after those of the rounds. */
const measureMore = async (
  site: ContestantSite,
  { meter, runs }: Bench,
  archive: BenchArchive,
): Promise<More> => {
  const numbers = Array.from({ length: runs }, (_, at) => runs + at + 1)
  const byGit = await measureByGit(site, meter, archive, numbers)
  const extras =
    archive.count > mostForExtras
      ? []
      : await measureExtras({ site, meter, archive, first: 2 * runs + 1, runs })
  return { byGit, extras }
}
