// What a file of YAML holds, if it is a tree: its aliases may lead in a circle, or to far more than anybody would write.

/** Throws where it is none. `text`: what it was read from. */
export const asTree = (value: unknown, text: string): unknown => {
  let left = 10_000 + text.length
  for (const pending = [value]; pending.length > 0; ) {
    const at = pending.pop()
    if (typeof at !== 'object' || at === null) continue
    const inside = Object.values(at)
    left -= inside.length
    if (left < 0) throw new Error('its aliases lead in a circle, or to more than anybody can have meant')
    pending.push(...inside)
  }
  return value
}
