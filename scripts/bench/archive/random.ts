// Chance that can be repeated: the same seed gives the same numbers on every machine.

export type Random = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Different items, in the order of the draw. Throws when there are fewer than `count`. */
  readonly draw: <Item>(items: readonly Item[], count: number) => readonly Item[]
  /** True so often: 0 never, 1 always. */
  readonly chance: (share: number) => boolean
}

/** Mulberry32, over a mix of the seeds, so that neighbouring seeds have nothing in common. */
export const createRandom = (...seeds: readonly number[]): Random => {
  let state = 0x9e3779b9
  for (const seed of seeds) state = scramble((state ^ (seed | 0)) + 0x6d2b79f5)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    return (scramble(state) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('there is nothing to pick from')
    return items[between(0, items.length - 1)] as Item
  }
  const draw = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    if (items.length < count) throw new RangeError(`there are no ${count} items to draw`)
    const drawn = new Set<Item>()
    while (drawn.size < count) drawn.add(pick(items))
    return [...drawn]
  }
  return { next, between, pick, draw, chance: share => next() < share }
}

const scramble = (number: number): number => {
  const once = Math.imul(number ^ (number >>> 15), 1 | number)
  const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
  return twice ^ (twice >>> 14)
}
