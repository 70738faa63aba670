// An answer that is asked for again and again is worked out once.

/** `answer` must depend on nothing but its key. All is forgotten at `limit` keys: a process may format a million instants. */
export const remember = <Key extends string | number, Value>(
  limit: number,
  answer: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const value = answer(key)
    known.set(key, value)
    return value
  }
}
