// Front matter fields by the names that sites have for them, and the names that nobody asked for.

export type Fields = ReadonlyMap<string, unknown>

export type FieldReader = {
  /** The first of these fields that is not empty; null when all are. */
  readonly take: (...names: string[]) => unknown
  /** The same, as one line of text. */
  readonly takeText: (...names: string[]) => string | null
  /** Names of the fields that nobody asked for. */
  readonly rest: () => readonly string[]
}

/** Names match whatever their case, hyphens and underscores. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, '')

/** Names match whatever their case, hyphens and underscores: `publish_date` is `publishDate`. */
export const readFields = (fields: Fields): FieldReader => {
  const byName = new Map<string, unknown>()
  for (const [name, value] of fields) if (!byName.has(foldName(name))) byName.set(foldName(name), value)
  const asked = new Set<string>()
  const take = (...names: string[]): unknown => {
    // Only names that a file has are kept: a large archive has as many of these lists as stories.
    const present = names.map(foldName).filter(name => byName.has(name))
    for (const name of present) asked.add(name)
    const found = present.find(name => saysSomething(byName.get(name)))
    return found === undefined ? null : byName.get(found)
  }
  return {
    take,
    takeText: (...names) => {
      for (const name of names) {
        const text = asText(take(name))
        if (text !== null) return text
      }
      return null
    },
    rest: () =>
      [...fields]
        .filter(([name, value]) => saysSomething(value) && !asked.has(foldName(name)))
        .map(([name]) => name),
  }
}

const saysSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A scalar as one line without control characters; null for what is not a scalar, or empty. */
export const asText = (value: unknown): string | null => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
  const line = String(value)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' ? null : line
}

/** A list, a list in a text ("a, b") or one value, as texts. `separator` cuts a text; null leaves it whole. */
export const asTexts = (value: unknown, separator: RegExp | null): readonly string[] => {
  if (Array.isArray(value)) return value.map(asText).filter(text => text !== null)
  const text = asText(value)
  if (text === null) return []
  return separator === null
    ? [text]
    : text
        .split(separator)
        .map(part => part.trim())
        .filter(part => part !== '')
}

export const asMap = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null

export const saysNo = (value: unknown): boolean =>
  value === false || /^(?:false|no|off|n|0)$/i.test(String(value))
