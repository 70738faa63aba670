// Changes one field of a story's front matter, and no other byte of its file.

import { isDeepStrictEqual } from 'node:util'
import { failure, type Result, success } from '../domain/result.ts'
import { visibleLine } from '../domain/visible-text.ts'
import { parseYaml } from '../read/parse-yaml.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { type FieldEdit, proposeSplices } from './propose-splices.ts'
import { applySplice, asRead } from './splice.ts'
import { findWrittenFields } from './written-fields.ts'

export type { FieldEdit } from './propose-splices.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * `raw`: the text of the file as it stands on the disk, of a story that validates. Each way to write the change is read
 * back by the parser of the build, and the first is taken that says the old fields and the change, and nothing else. The
 * fault says what to do by hand.
 */
export const editField = (raw: string, edit: FieldEdit): Result<string, string> => {
  const text = asRead(raw)
  const [front, fields] = [splitFrontMatter(text), fieldsOf(text)]
  const written = front && findWrittenFields(front.yaml)
  if (front === null || fields === null || !written) return failure('the file has no fields at its top')
  const wanted = changed(fields, edit)
  if (isDeepStrictEqual(wanted, fields)) return success(raw)
  for (const splice of proposeSplices(front.yaml, written, edit, fields[edit.field])) {
    const { start, end } = splice
    const edited = applySplice(raw, {
      ...splice,
      start: front.yamlStart + start,
      end: front.yamlStart + end,
    })
    const again = asRead(edited)
    if (splitFrontMatter(again)?.body === front.body && isDeepStrictEqual(fieldsOf(again), wanted))
      return success(edited)
  }
  const odd = oddIn(edit)
  if (odd !== undefined)
    return failure(
      `“${edit.field}” cannot hold ${visibleLine(odd)}, a character that nobody sees; type its words again, in one line`,
    )
  return failure(
    `“${edit.field}” shares its value with another field, by & and * of YAML; write the value out in both, then try again`,
  )
}

/** The first character that no field in one line can hold. */
const oddIn = (edit: FieldEdit): string | undefined =>
  'value' in edit
    ? textsIn(edit.value).flatMap(text => /[\0-\x08\n-\x1f\x7f-\x9f\ufffe\uffff]/.exec(text) ?? [])[0]
    : undefined

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const fieldsOf = (text: string): Fields | null => {
  const front = splitFrontMatter(text)
  const yaml = front && parseYaml({ file: '', text, start: front.yamlStart, yaml: front.yaml })
  const value: unknown = yaml?.ok ? (yaml.value.value ?? {}) : null
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

const changed = (fields: Fields, edit: FieldEdit): Fields => {
  const { [edit.field]: old, ...others } = fields
  if (edit.kind === 'remove') return others
  if (edit.kind === 'set') return { ...others, [edit.field]: edit.value }
  const items: readonly unknown[] = Array.isArray(old) ? old : []
  if (edit.kind === 'append') return { ...others, [edit.field]: [...items, edit.value] }
  const at = items.indexOf(edit.old)
  return at === -1 ? fields : { ...others, [edit.field]: items.with(at, edit.value) }
}
