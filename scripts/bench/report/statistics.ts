// The little arithmetic of the bench.

import type { Cost } from '../measure/cost.ts'

/** The middle value; of an even number of values, the mean of the two in the middle. Throws when there is none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new RangeError('there is no median of nothing')
  return (lower + upper) / 2
}

/** Each figure by itself: the median time need not be of the run with the median memory. */
export const medianCost = (costs: readonly Cost[]): Cost => {
  const known = (values: readonly (number | null)[]) => {
    const numbers = values.filter(value => value !== null)
    return numbers.length === 0 ? null : median(numbers)
  }
  return {
    wall: median(costs.map(({ wall }) => wall)),
    cpu: known(costs.map(({ cpu }) => cpu)),
    memory: known(costs.map(({ memory }) => memory)),
  }
}

/** Null when either is not known, or nothing stands below. */
export const ratio = (one: number | null, other: number | null): number | null =>
  one === null || other === null || other === 0 ? null : one / other
