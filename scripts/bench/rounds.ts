// Measures in rounds: in each, every contestant runs once, one after the other, so that a busy minute hits them all.

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addedStory, type BenchArchive } from './archive/bench-story.ts'
import type { Contestant } from './contestants/contestant.ts'
import { writeStory } from './dialects/dialect.ts'
import { countWritten, markFiles } from './measure/census.ts'
import type { Cost, Meter } from './measure/cost.ts'
import type { Measurement } from './report/bench-result.ts'
import { median, medianCost } from './report/statistics.ts'

/** A contestant and the folder of its site. */
export type ContestantSite = {
  readonly contestant: Contestant
  readonly root: string
}

/** The measurements of one site so far; `reason` says why it takes no further part. */
type Score = { readonly costs: Cost[]; readonly written: number[]; reason: string | null }

export type Scores = ReadonlyMap<ContestantSite, Score>

export const newScores = (sites: readonly ContestantSite[]): Scores =>
  new Map(sites.map(site => [site, { costs: [], written: [], reason: null }]))

export const scoreOf = (scores: Scores, site: ContestantSite): Score => {
  const score = scores.get(site)
  if (score === undefined) throw new Error(`${site.contestant.name} has no score`)
  return score
}

export const measurementOf = ({ costs, reason }: Score): Measurement =>
  reason === null ? { cost: medianCost(costs) } : { reason }

export const writtenOf = ({ written, reason }: Score): number | null =>
  reason === null && written.length > 0 ? Math.round(median(written)) : null

/** One full build each, from nothing. */
export const fullRound = async (scores: Scores, meter: Meter): Promise<void> => {
  for (const [{ contestant, root }, score] of scores) {
    if (score.reason !== null) continue
    for (const name of contestant.state) rmSync(join(root, name), { recursive: true, force: true })
    const built = await meter.measure(contestant.build(root, null))
    if (built.ok) score.costs.push(built.value)
    else score.reason = built.fault
  }
}

/** One story more, the same for all: the `number`th that is added to the archive. */
export const publishRound = async (
  scores: Scores,
  meter: Meter,
  archive: BenchArchive,
  number: number,
): Promise<void> => {
  const story = addedStory(archive, number)
  for (const [{ contestant, root }, score] of scores) {
    if (score.reason !== null) continue
    const { dialect, output } = contestant
    writeStory(root, dialect, story)
    const before = markFiles(join(root, output))
    const built = await meter.measure(contestant.build(root, dialect.fileOf(story)))
    if (!built.ok) score.reason = built.fault
    else if (!existsSync(join(root, output, story.url, 'index.html')))
      score.reason = `the story is not at ${story.url}`
    else {
      score.costs.push(built.value)
      score.written.push(countWritten(before, markFiles(join(root, output))))
    }
  }
}
