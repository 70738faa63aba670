// A tag of JSX in a text: `<Image src={pier} alt="The pier" />`.

export type JsxTag = {
  readonly name: string
  /** `</Name>` */
  readonly isClosing: boolean
  /** Texts, and the expressions between braces. */
  readonly values: ReadonlyMap<string, { readonly text: string } | { readonly expression: string }>
  readonly start: number
  readonly end: number
}

/** Null when no tag begins at `start`, where a `<` stands. */
export const readJsxTag = (text: string, start: number): JsxTag | null => {
  const [head = '', slash = '', name = ''] =
    /^<(\/?)([A-Za-z][\w.:-]*)?(?=[\s/>{])/.exec(text.slice(start, start + 100)) ?? []
  if (head === '') return null
  const values = new Map<string, { text: string } | { expression: string }>()
  let at = start + head.length
  while (at < text.length) {
    const [skipped = ''] = /^\s*/.exec(text.slice(at, at + 500)) ?? []
    at += skipped.length
    const close = /^\/?>/.exec(text.slice(at, at + 2))
    if (close) return { name, isClosing: slash !== '', values, start, end: at + close[0].length }
    if (text[at] === '{') {
      at = endOfBraces(text, at)
      if (at === -1) return null
      continue
    }
    const [written = '', attribute = ''] = /^([\w:.@-]+)\s*=?\s*/.exec(text.slice(at, at + 200)) ?? []
    if (written === '') return null
    at += written.length
    if (!written.includes('=')) {
      values.set(attribute, { expression: 'true' })
      continue
    }
    const quote = text[at]
    const end =
      quote === '"' || quote === "'"
        ? text.indexOf(quote, at + 1) + 1
        : quote === '{'
          ? endOfBraces(text, at)
          : 0
    if (end <= 0) return null
    const inside = text.slice(at + 1, end - 1)
    values.set(attribute, quote === '{' ? { expression: inside.trim() } : { text: inside })
    at = end
  }
  return null
}

/** Behind the brace that closes the one at `start`; -1 when none does, or no line has it for long. */
export const endOfBraces = (text: string, start: number): number => {
  let depth = 0
  let quote = ''
  for (let at = start; at < Math.min(text.length, start + 5000); at++) {
    const letter = text[at] as string
    if (quote !== '') {
      if (letter === '\\') at++
      else if (letter === quote) quote = ''
    } else if (/["'`]/.test(letter)) quote = letter
    else if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) return at + 1
  }
  return -1
}
