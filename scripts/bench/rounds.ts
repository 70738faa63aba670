// Measures in rounds: in each, every contestant runs once, one after the other, so that a busy minute hits them all.

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addedStory, type BenchArchive } from './archive/bench-story.ts'
import type { Contestant } from './contestants/contestant.ts'
import { writeStory } from './dialects/dialect.ts'
import { countWritten, markFiles } from './measure/census.ts'
import type { Cost, Meter } from './measure/cost.ts'
import type { Outcome } from './report/outcome.ts'
import { median, medianCost } from './report/statistics.ts'

/** One contestant with its site. */
export type ListedStory = {
  readonly contestant: Contestant
  readonly root: string
}

/** What has been measured of an entry so far; `reason` says why it takes no further part. */
export type Score = { readonly costs: Cost[]; readonly written: number[]; reason: string | null }

export type Scores = ReadonlyMap<ListedStory, Score>

export const newScores = (entries: readonly ListedStory[]): Scores =>
  new Map(entries.map(entry => [entry, { costs: [], written: [], reason: null }]))

export const outcomeOf = ({ costs, reason }: Score): Outcome =>
  reason === null ? { cost: medianCost(costs) } : { reason }

export const writtenOf = ({ written, reason }: Score): number | null =>
  reason === null && written.length > 0 ? Math.round(median(written)) : null

/** One full build each, from nothing. */
export const fullRound = async (scores: Scores, meter: Meter): Promise<void> => {
  for (const [entry, score] of scores) {
    if (score.reason !== null) continue
    const { contestant, root } = entry
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
