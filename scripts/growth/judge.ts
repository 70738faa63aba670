// Whether what grew twice as long cost no more than twice as much.

import type { Growth } from './grow.ts'

export type Verdict = {
  readonly isSteady: boolean
  /** The most that a doubling cost, of time and of memory: 2 is in proportion. */
  readonly worst: number
  /** One line: the cost of each size, without that of a story of a few words. */
  readonly text: string
}

type Measure = 'time' | 'memory'

/** What a doubling may cost. */
const steady = 2.3

/** In ms and MB: less says nothing, as machines have other things to do and collect garbage when they like. */
const noise: Readonly<Record<Measure, number>> = { time: 400, memory: 250 }

/** Of several measurements the least, size by size: other programs only add to what a shape costs. */
export const leastOf = (measurements: readonly (readonly Growth[])[]): readonly Growth[] => {
  const [longest = []] = measurements.toSorted((a, b) => b.length - a.length)
  return longest.map((growth, at) => {
    const others = measurements.flatMap(each => each[at] ?? [])
    return {
      ...growth,
      time: Math.min(...others.map(({ time }) => time)),
      memory: Math.min(...others.map(({ memory }) => memory)),
    }
  })
}

/** `count`: how many sizes there should be. */
export const judge = (growth: readonly Growth[], count: number): Verdict => {
  const base = growth.findLast(({ size }) => size === 0)
  const grown = growth.filter(({ size }) => size > 0)
  const excess = (measure: Measure) => grown.map(each => Math.max(0, each[measure] - (base?.[measure] ?? 0)))
  const ratios = (measure: Measure) =>
    excess(measure).map((cost, at, costs) =>
      at === 0 || cost <= noise[measure] ? 0 : cost / Math.max(1, costs[at - 1] ?? 0),
    )
  const isDone = grown.length === count
  const worst = Math.max(...ratios('time'), ...ratios('memory'), 0)
  const figures = (measure: Measure) =>
    excess(measure)
      .map(cost => Math.round(cost))
      .join(' → ')
  const outcome = isDone ? (grown.at(-1)?.outcome ?? '') : 'stopped: it took too long'
  return {
    isSteady: isDone && worst <= steady,
    worst,
    text: `${figures('time')} ms, ${figures('memory')} MB; ${outcome}`,
  }
}
