// npm run bench: measures how fast Dateline is, compared with Hugo and plain Eleventy.

import { resolve } from 'node:path'
import { readNow } from '../src/command/read-now.ts'
import { runCommand } from '../src/command/run-command.ts'
import { writeFile } from '../src/system/files.ts'
import { benchFlags, benchHelp, findContestants, readNumbers, readSizes } from './bench/choices.ts'
import { writeReport } from './bench/report/report.ts'
import { runBench } from './bench/run-bench.ts'

await runCommand({
  help: benchHelp,
  options: benchFlags,
  run: async ({ values }) => {
    const { contestants, missing } = findContestants(values.only)
    for (const message of missing) console.error(message)
    if (contestants.length === 0) return 1
    const result = await runBench({
      contestants,
      sizes: readSizes(values.stories, values.large),
      runs: readNumbers('runs', values.runs)[0] ?? 1,
      seed: readNumbers('seed', values.seed)[0] ?? 1,
      folder: resolve(values.work),
      keep: values.keep,
      now: readNow(undefined),
      progress: stage => console.error(stage),
    })
    const report = writeReport(result)
    console.log(report)
    writeFile(resolve(values.report), `${report}\n`)
    return 0
  },
})
