// Whether what grew twice as long cost no more than twice as much.

import type { Growth } from './grow.ts'

export type Verdict = {
  readonly isSteady: boolean
  /** One line: the cost of each size, without that of a story of a few words. */
  readonly text: string
}

type Measure = 'time' | 'memory'

/** What a doubling may cost. */
const steady = 2.3

/** In ms and MB: less says nothing, as machines have other things to do and collect garbage when they like. */
const noise: Readonly<Record<Measure, number>> = { time: 400, memory: 250 }

/** `count`: how many sizes there should be. */
export const judge = (growth: readonly Growth[], count: number): Verdict => {
  const base = growth.findLast(({ size }) => size === 0)
  const grown = growth.filter(({ size }) => size > 0)
  const excess = (measure: Measure) => grown.map(each => Math.max(0, each[measure] - (base?.[measure] ?? 0)))
  const isSteadyIn = (measure: Measure) =>
    excess(measure).every(
      (cost, at, costs) => at === 0 || cost <= noise[measure] || cost <= steady * (costs[at - 1] ?? 0),
    )
  const isDone = grown.length === count
  const figures = (measure: Measure) =>
    excess(measure)
      .map(cost => Math.round(cost))
      .join(' → ')
  const outcome = isDone ? (grown.at(-1)?.outcome ?? '') : 'stopped: it took too long'
  return {
    isSteady: isDone && isSteadyIn('time') && isSteadyIn('memory'),
    text: `${figures('time')} ms, ${figures('memory')} MB; ${outcome}`,
  }
}
