// Quotation marks and brackets that a value opens and does not close.

export const closing = {
  '"': { name: 'quotation mark', end: 'another "' },
  "'": { name: 'quotation mark', end: "another '" },
  '[': { name: 'bracket', end: 'a ]' },
  '{': { name: 'brace', end: 'a }' },
} as const

/** What a value opens at its beginning and does not close in its line. */
export const openMark = (value: string): keyof typeof closing | null => {
  const mark = value[0]
  if (mark === '"' || mark === "'") return afterQuotes(value) === null ? mark : null
  const plain = value.replace(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|\s#.*$/g, '')
  // Of a text in brackets that is never closed.
  const [open] = /(?<=[[{,:]\s*)["']/.exec(plain) ?? []
  if (open !== undefined && /^[[{]/.test(value)) return open as '"' | "'"
  const count = (sign: string) => plain.split(sign).length
  if (mark === '[' && count('[') > count(']')) return mark
  return mark === '{' && count('{') > count('}') ? mark : null
}

/** The rest of a value behind the quotes that it begins with; null when they are never closed. */
export const afterQuotes = (value: string): string | null =>
  /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')(.*)$/.exec(value)?.[1] ?? null
