// The bench at one size: sites written, built, added to, and thrown away.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchArchive, storiesOf } from './archive/bench-story.ts'
import type { Contestant } from './contestants/contestant.ts'
import { writeSite } from './dialects/dialect.ts'
import { takeCensus } from './measure/census.ts'
import type { Cost, Meter } from './measure/cost.ts'
import { floorsOf } from './measure/floors.ts'
import { measureByGit } from './measure-by-git.ts'
import { measureExtras } from './measure-extras.ts'
import type { Outcome, SizeResult } from './report/outcome.ts'
import { medianCost } from './report/statistics.ts'
import {
  fullRound,
  type ListedStory,
  newScores,
  outcomeOf,
  publishRound,
  type Score,
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

/** What they cost grows as the archive does. */
const mostForExtras = 10_000

export const measureSize = async (bench: Bench, stories: number): Promise<SizeResult> => {
  const { contestants, meter, runs, seed, work, keep, progress } = bench
  const archive: BenchArchive = { seed, count: stories }
  const entries = contestants.map((contestant): ListedStory => {
    progress(`${stories} stories: writing them for ${contestant.name}`)
    const root = join(work, `${contestant.key}-${stories}`)
    contestant.prepare(root)
    writeSite(root, contestant.dialect, storiesOf(archive))
    return { contestant, root }
  })
  const full = newScores(entries)
  for (let run = 1; run <= runs; run += 1) {
    progress(`${stories} stories: full builds, round ${run} of ${runs}`)
    await fullRound(full, meter)
  }
  const census = new Map(
    entries.map(entry => [
      entry,
      full.get(entry)?.reason === null ? takeCensus(join(entry.root, entry.contestant.output)) : null,
    ]),
  )
  progress(`${stories} stories: floors`)
  const floors = await measureFloors(entries, bench)
  const publish = newScores(entries)
  for (const [entry, score] of publish)
    if (full.get(entry)?.reason !== null) score.reason = 'its full build failed'
  for (let run = 1; run <= runs; run += 1) {
    progress(`${stories} stories: one more story, round ${run} of ${runs}`)
    await publishRound(publish, meter, archive, run)
  }
  progress(`${stories} stories: one more story, found by git; search; pictures`)
  const byGit = await measureFoundByGit(entries, bench, archive)
  const dateline = datelineOf(entries)
  const extras =
    dateline === undefined || stories > mostForExtras
      ? []
      : await measureExtras({ entry: dateline, meter, archive, first: 2 * runs + 1, runs })
  if (!keep) for (const { root } of entries) rmSync(root, { recursive: true, force: true })
  return {
    stories,
    floors,
    byGit,
    extras,
    contestants: entries.map(entry => {
      const { key, name } = entry.contestant
      const published = scoreOf(publish, entry)
      return {
        key,
        name,
        full: outcomeOf(scoreOf(full, entry)),
        publish: outcomeOf(published),
        census: census.get(entry) ?? null,
        written: writtenOf(published),
      }
    }),
  }
}

const scoreOf = (scores: ReadonlyMap<ListedStory, Score>, entry: ListedStory): Score => {
  const score = scores.get(entry)
  if (score === undefined) throw new Error(`${entry.contestant.name} has no score`)
  return score
}

/** After the stories that were named, and as many. */
const measureFoundByGit = async (
  entries: readonly ListedStory[],
  { meter, runs }: Bench,
  archive: BenchArchive,
): Promise<Outcome | null> => {
  const entry = datelineOf(entries)
  const numbers = Array.from({ length: runs }, (_, at) => runs + at + 1)
  return entry === undefined ? null : measureByGit(entry, meter, archive, numbers)
}

const datelineOf = (entries: readonly ListedStory[]): ListedStory | undefined =>
  entries.find(({ contestant }) => contestant.key === 'dateline')

/** Over Dateline's site, so that they are floors of Dateline. */
const measureFloors = async (
  entries: readonly ListedStory[],
  { meter, runs }: Bench,
): Promise<SizeResult['floors']> => {
  const entry = datelineOf(entries)
  if (entry === undefined) return []
  const floors = floorsOf(entry.root, entry.contestant.output)
  const measured = floors.map(floor => ({ floor, costs: [] as Cost[], reason: null as string | null }))
  for (let run = 0; run < runs; run += 1) {
    for (const state of measured) {
      const cost = await meter.measure(state.floor.command)
      state.floor.clean()
      if (cost.ok) state.costs.push(cost.value)
      else state.reason = cost.fault
    }
  }
  return measured.map(({ floor, costs, reason }) => ({
    name: floor.name,
    outcome: reason === null ? { cost: medianCost(costs) } : { reason },
  }))
}
