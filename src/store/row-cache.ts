// Rows that were read and may be asked for again: those of late, so that memory is bounded.

type RowCache = {
  readonly get: (key: string) => unknown
  readonly set: (key: string, row: unknown) => void
  readonly forget: (key: string) => void
}

/** Keeps the last `count` rows that were asked for, and at most twice as many. */
export const createRowCache = (count: number): RowCache => {
  let late = new Map<string, unknown>()
  let earlier = late
  const set = (key: string, row: unknown) => {
    if (late.size >= count) {
      earlier = late
      late = new Map()
    }
    late.set(key, row)
  }
  return {
    set,
    get: key => {
      const row = late.get(key)
      if (row !== undefined) return row
      const found = earlier.get(key)
      if (found !== undefined) set(key, found)
      return found
    },
    forget: key => {
      late.delete(key)
      earlier.delete(key)
    },
  }
}
