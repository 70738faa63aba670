// The machine that the figures are from.

import { cpus, totalmem } from 'node:os'
import type { Instant } from '../../../src/domain/instant.ts'
import { rfc3339 } from '../../../src/time/wire-time.ts'
import type { Contestant } from '../contestants/contestant.ts'
import { megabytes } from './figures.ts'

export const machineFacts = (now: Instant, contestants: readonly Contestant[]): readonly string[] => {
  const cores = cpus()
  return [
    rfc3339(now, 'UTC').slice(0, 10),
    `${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${megabytes(totalmem())} of memory, ${process.platform}`,
    [`Node ${process.versions.node}`, ...contestants.map(({ name, version }) => `${name} ${version}`)].join(
      ', ',
    ),
  ]
}
