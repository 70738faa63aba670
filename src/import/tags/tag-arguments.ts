// The arguments behind the name of a template tag: values, and values with names.

export type TagArguments = {
  readonly values: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

/** `"a.jpg" alt="A pier", 300` → values a.jpg, 300; named alt. */
export const readArguments = (text: string): TagArguments => {
  const values: string[] = []
  const named = new Map<string, string>()
  const opening = /(?:([\w-]+)\s*[=:]\s*)?(["'`]|[^\s,"'`]+)/g
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [, name, start = ''] = found
    const isQuoted = /^["'`]$/.test(start)
    const end = isQuoted ? endOfText(text, opening.lastIndex, start) : opening.lastIndex
    const value = isQuoted ? text.slice(opening.lastIndex, end).replace(/\\(["'\\])/g, '$1') : start
    if (isQuoted) opening.lastIndex = end + 1
    if (name === undefined) values.push(value)
    else named.set(name.toLowerCase(), value)
  }
  return { values, named }
}

/** People put quotation marks within quotation marks: one ends the text only where another argument may begin. */
const endOfText = (text: string, from: number, mark: string): number => {
  let last = -1
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    if (text[at - 1] === '\\' && mark !== '`') continue
    last = at
    if (/^(?:$|[\s,|)/\]])/.test(text.slice(at + 1, at + 2))) {
      const next = text.indexOf(mark, at + 1)
      if (next === -1 || /[\s=:,(]/.test(text[next - 1] ?? '')) return at
    }
  }
  return last === -1 ? text.length : last
}
