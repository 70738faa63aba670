// What a process cost.

import type { Result } from '../../../src/domain/result.ts'
import type { Command } from './command.ts'

/** Null: this machine cannot tell. */
export type Cost = {
  /** Seconds. */
  readonly wall: number
  /** Seconds of the processor, user and system, of the process and its children. */
  readonly cpu: number | null
  /** Bytes: the greatest resident set of any one process. */
  readonly memory: number | null
}

export type Meter = {
  /** How it measures, for the report. */
  readonly name: string
  readonly measure: (command: Command) => Promise<Result<Cost, string>>
}
