// An answer that is asked for again and again is worked out once.

/** Of each object once, for as long as it is there. `answer` must depend on nothing but the object. */
export const rememberFor = <Key extends object, Value>(
  answer: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return key => {
    const found = known.get(key) ?? { value: answer(key) }
    known.set(key, found)
    return found.value
  }
}

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
