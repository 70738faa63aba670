// JSON of a large object, piece by piece, so that no text of all of it is in memory. Together the pieces are what
// JSON.stringify(value, null, 2) gives.

/** Lists that are fields of it come one item at a time. */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  const fields = Object.entries(value)
  yield fields.length === 0 ? '{' : '{\n'
  for (const [index, [name, field]] of fields.entries()) {
    yield `  ${JSON.stringify(name)}: `
    yield* Array.isArray(field) && field.length > 0 ? piecesOfList(field) : [inside('  ', field)]
    yield index === fields.length - 1 ? '\n' : ',\n'
  }
  yield '}'
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  for (const [index, item] of list.entries()) yield `${index === 0 ? '[' : ','}\n    ${inside('    ', item)}`
  yield '\n  ]'
}

/** No text in JSON has a line break of its own. */
const inside = (indent: string, value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
