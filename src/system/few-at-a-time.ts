// Work that takes much memory or many threads: only so much of it is under way at once.

/** Rejects as soon as one item does; then no more are begun. */
export const fewAtATime = async <Item>(
  few: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = [...items].reverse()
  const workOn = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: few }, workOn)).finally(() => queue.splice(0))
}
