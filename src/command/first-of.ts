// The head of a list that may be a wall, and how many more there are.

const mostLines = 20

export const firstOf = <Item>(
  items: readonly Item[],
  most: number = mostLines,
): readonly [shown: readonly Item[], left: number] => {
  // A line that says how many more there are says no more than the one that it stands for.
  const shown = items.length === most + 1 ? items : items.slice(0, most)
  return [shown, items.length - shown.length]
}
