// The bench as a whole: every size in turn, in a folder of its own that is gone afterwards.

import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../src/domain/instant.ts'
import type { Contestant } from './contestants/contestant.ts'
import { killRunning } from './measure/command.ts'
import { findGnuTime } from './measure/gnu-time.ts'
import { procSamples } from './measure/proc-samples.ts'
import { measureSize } from './measure-size.ts'
import type { BenchResult, SizeResult } from './report/bench-result.ts'
import { machineFacts } from './report/machine-facts.ts'

type BenchCall = {
  readonly contestants: readonly Contestant[]
  readonly sizes: readonly number[]
  readonly runs: number
  readonly seed: number
  /** The folder in which the bench makes its own. */
  readonly folder: string
  readonly keep: boolean
  readonly now: Instant
  readonly progress: (stage: string) => void
}

export const runBench = async (call: BenchCall): Promise<BenchResult> => {
  const { contestants, sizes, runs, seed, folder, keep, now, progress } = call
  const meter = findGnuTime() ?? procSamples
  mkdirSync(folder, { recursive: true })
  const work = realpathSync(mkdtempSync(join(folder, 'dateline-bench-')))
  const remove = () => {
    if (keep) progress(`the sites are in ${work}`)
    else rmSync(work, { recursive: true, force: true })
  }
  const stop = () => {
    killRunning()
    remove()
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const results: SizeResult[] = []
    for (const size of sizes)
      results.push(await measureSize({ contestants, meter, runs, seed, work, keep, progress }, size))
    return { machine: machineFacts(now, contestants), runs, seed, meter: meter.name, sizes: results }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    remove()
  }
}
