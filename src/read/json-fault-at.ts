// Where a text stops being JSON: JavaScript says what is wrong, but not always where.

/** The offset; null for JSON. */
export const jsonFaultAt = (text: string): number | null => {
  if (canGoOn(text) === 'done') return null
  // Whether it can still become JSON holds for each beginning of one that can.
  let [sound, wrong] = [0, text.length + 1]
  while (wrong - sound > 1) {
    const middle = (sound + wrong) >> 1
    if (canGoOn(text.slice(0, middle)) === 'never') wrong = middle
    else sound = middle
  }
  return Math.min(sound, Math.max(0, text.trimEnd().length - 1))
}

const canGoOn = (text: string): 'done' | 'more' | 'never' => {
  try {
    JSON.parse(text)
    return 'done'
  } catch (error) {
    const { message } = error as Error
    const at = Number(/ at position (\d+)/.exec(message)?.[1] ?? -1)
    return /^Unexpected end|^Unterminated string/.test(message) || at >= text.length ? 'more' : 'never'
  }
}
