// The result of a run of the bench.

import type { ContestantKey } from '../contestants/contestant.ts'
import type { Census } from '../measure/census.ts'
import type { Cost } from '../measure/cost.ts'

/** The median of all runs, or why there is none. */
export type Measurement = { readonly cost: Cost } | { readonly reason: string }

export type ContestantResult = {
  readonly key: ContestantKey
  readonly name: string
  readonly full: Measurement
  readonly publish: Measurement
  /** After the full build; null when it failed. */
  readonly census: Census | null
  /** Files written for one story: the median; null when the build failed. */
  readonly written: number | null
}

/** Dateline with a feature that the others lack, to be compared with the same task without it. */
export type Extra = {
  readonly name: string
  readonly base: 'full' | 'publish'
  readonly measurement: Measurement
}

export type SizeResult = {
  readonly stories: number
  readonly contestants: readonly ContestantResult[]
  /** Dateline’s publish of a story that was committed and not named; null when Dateline takes no part. */
  readonly byGit: Measurement | null
  /** Not measured of large archives. */
  readonly extras: readonly Extra[]
  readonly floors: readonly { readonly name: string; readonly measurement: Measurement }[]
}

export type BenchResult = {
  readonly machine: readonly string[]
  readonly runs: number
  readonly seed: number
  readonly meter: string
  readonly sizes: readonly SizeResult[]
}
