// Choices that a random edit makes: from a few numbers, so that fast-check can repeat them and make them smaller.

export type Pick = {
  /** From 0 to `below` - 1. */
  readonly number: (below: number) => number
  readonly one: <Item>(items: readonly [Item, ...(readonly Item[])]) => Item
  /** Undefined when there is none. */
  readonly any: <Item>(items: readonly Item[]) => Item | undefined
  /** True once in so many times; always false for zeros, so that smaller numbers mean plainer edits. */
  readonly isOnceIn: (times: number) => boolean
}

export const createPick = (numbers: readonly number[]): Pick => {
  let asked = 0
  const number = (below: number): number => {
    const turn = Math.floor(asked / numbers.length)
    const given = numbers[asked % numbers.length] ?? 0
    asked += 1
    return Math.floor(given / 7 ** (turn % 4)) % below
  }
  const any = <Item>(items: readonly Item[]): Item | undefined =>
    items.length === 0 ? undefined : items[number(items.length)]
  return {
    number,
    any,
    one: items => any(items) as (typeof items)[number],
    isOnceIn: times => number(times) === times - 1,
  }
}
