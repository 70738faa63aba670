// The arguments behind the name of a template tag: values, and values with names.

export type TagArguments = {
  readonly values: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

const piece = /(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"'`]+))/g

/** `"a.jpg" alt="A pier", 300` → values a.jpg, 300; named alt. */
export const readArguments = (text: string): TagArguments => {
  const values: string[] = []
  const named = new Map<string, string>()
  for (const [, name, double, single, raw, bare] of text.matchAll(piece)) {
    const value = (double ?? single ?? raw ?? bare ?? '').replace(/\\(["'\\])/g, '$1')
    if (name === undefined) values.push(value)
    else named.set(name.toLowerCase(), value)
  }
  return { values, named }
}
