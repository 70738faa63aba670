// Where in a front matter a change can be written, the likeliest first. Whoever takes one reads it back.

import type { Splice } from './splice.ts'
import { type FieldValue, type Item, writeField, writeInLine, writeItem } from './write-value.ts'
import type { WrittenField, WrittenFields, WrittenValue } from './written-fields.ts'

export type FieldEdit =
  | { readonly kind: 'set'; readonly field: string; readonly value: FieldValue }
  /** One more item at the end of a list, which may not be there yet. */
  | { readonly kind: 'append'; readonly field: string; readonly value: Item }
  /** One item of a list, in its line. */
  | { readonly kind: 'replace'; readonly field: string; readonly old: string; readonly value: string }
  | { readonly kind: 'remove'; readonly field: string }

/** `old`: the value of the field so far. */
export const proposeSplices = (
  yaml: string,
  written: WrittenFields,
  edit: FieldEdit,
  old: unknown,
): readonly Splice[] => {
  const page = { yaml, written }
  const field = written.fields.find(({ name }) => name === edit.field)
  if (edit.kind === 'remove') return field ? removals(page, field) : []
  if (edit.kind === 'replace') {
    const span = field?.value.inner[Array.isArray(old) ? old.indexOf(edit.old) : -1]?.span
    return span ? [{ ...span, text: writeInLine(edit.value) }] : []
  }
  if (edit.kind === 'set') return field ? settings(page, field, edit.value) : additions(page, edit)
  const all = [...(Array.isArray(old) ? (old as Item[]) : []), edit.value]
  if (field === undefined) return additions(page, { field: edit.field, value: all })
  return [...appendings(page, field, edit.value), ...settings(page, field, all)]
}

type Page = { readonly yaml: string; readonly written: WrittenFields }

const lineStart = (yaml: string, at: number): number => yaml.lastIndexOf('\n', at - 1) + 1

/** Behind the line that ends at or behind `at`, with the comment in it. */
const lineEnd = (yaml: string, at: number): number => {
  if (yaml[at - 1] === '\n') return at
  const end = yaml.indexOf('\n', at)
  return end === -1 ? yaml.length : end + 1
}

/** Of the field, its name and its value. */
const endOf = ({ key, value }: WrittenField): number => Math.max(key.end, value.span?.end ?? 0)

const linesOf = (yaml: string, field: WrittenField): Omit<Splice, 'text'> => ({
  start: lineStart(yaml, field.key.start),
  end: lineEnd(yaml, endOf(field)),
})

const indentOf = ({ yaml, written: { start } }: Page): string => ' '.repeat(start - lineStart(yaml, start))

/** Of a field without a value, which between braces may have no colon either. */
const behindColon = (yaml: string, { key }: WrittenField): number => {
  const colon = /\s*:/y
  colon.lastIndex = key.end
  return key.end + (colon.exec(yaml)?.[0].length ?? 0)
}

const settings = (page: Page, field: WrittenField, value: FieldValue): readonly Splice[] => {
  const { yaml, written } = page
  const { span, isFlow } = field.value
  const inLine = writeInLine(value)
  const proposed: Splice[] = []
  if (span && isFlow) proposed.push({ ...span, text: inLine })
  if (span === null) {
    const end = behindColon(yaml, field)
    proposed.push({ start: end, end, text: `${end === field.key.end ? ':' : ''} ${inLine}` })
  }
  if (!written.isFlow)
    proposed.push({ ...linesOf(yaml, field), text: writeField(field.name, value, indentOf(page)) })
  return proposed
}

/** A field stands behind those that it follows in an editor's mind, else behind the last. */
const follows: Readonly<Record<string, readonly string[]>> = {
  updated: ['date'],
  embargo: ['date'],
  slug: ['section'],
  aliases: ['slug', 'section'],
}

const additions = (page: Page, { field, value }: { field: string; value: FieldValue }): readonly Splice[] => {
  const { yaml, written } = page
  const [first] = written.fields
  if (written.isFlow) {
    const blanks = /[ \t]*/y
    blanks.lastIndex = written.start + 1
    const start = written.start + 1 + (blanks.exec(yaml)?.[0].length ?? 0)
    const text = `${field}: ${writeInLine(value)}${first === undefined ? '' : ', '}`
    return [{ start, end: start, text }]
  }
  const text = writeField(field, value, indentOf(page))
  const before = (follows[field] ?? [])
    .map(name => written.fields.find(other => other.name === name))
    .filter(other => other !== undefined)
  const behind = [...before, ...written.fields.toReversed()].map(other => lineEnd(yaml, endOf(other)))
  const top = first === undefined ? 0 : lineStart(yaml, first.key.start)
  return [...behind, top].map(start => ({ start, end: start, text }))
}

const removals = ({ yaml, written }: Page, field: WrittenField): readonly Splice[] => {
  if (!written.isFlow) return [{ ...linesOf(yaml, field), text: '' }]
  const { start } = field.key
  const end = field.value.span?.end ?? behindColon(yaml, field)
  const [behind = ''] = /^\s*,[ \t]*/.exec(yaml.slice(end)) ?? []
  const [before = ''] = /,\s*$/.exec(yaml.slice(0, start)) ?? []
  return behind === ''
    ? [{ start: start - before.length, end, text: '' }]
    : [{ start, end: end + behind.length, text: '' }]
}

const appendings = ({ yaml }: Page, field: WrittenField, item: Item): readonly Splice[] => {
  const { kind, isFlow, span, inner } = field.value
  if (kind !== 'list' || span === null) return []
  if (!isFlow) {
    const indent = ' '.repeat(span.start - lineStart(yaml, span.start))
    const start = lineEnd(yaml, span.end)
    return [{ start, end: start, text: writeItem(item, indent) }]
  }
  const last = endOfLast(inner)
  const start = last ?? span.start + 1
  return [{ start, end: start, text: `${last === null ? '' : ', '}${writeInLine(item)}` }]
}

const endOfLast = (inner: readonly WrittenValue[]): number | null => inner.at(-1)?.span?.end ?? null
