// The date of a page, from the field, or the name of its file, that the configuration names.

import type { LocalTime } from '../../../time/local-time.ts'
import type { FieldReader } from '../../fields/read-fields.ts'
import { plainStyle } from '../../times/date-style.ts'
import { readWrittenTime } from '../../times/read-written-time.ts'

export type HugoDate = {
  /** As it is written. */
  readonly value: unknown
  readonly time: LocalTime | null
  /** The name behind the day, where Hugo takes it for the slug. */
  readonly slug: string | null
  /** False for the time of a change, which Hugo takes for the date of a page that has none. */
  readonly isOfStory: boolean
}

const ofChanges = new Set(['lastmod', 'modified'])

/** `name` is the file's, or that of its bundle's folder. Null when there is no date. */
export const hugoDate = (reader: FieldReader, name: string, sources: readonly string[]): HugoDate | null => {
  for (const source of sources) {
    const [, day, rest = ''] =
      source === ':filename' ? (/^(\d{4}-\d{2}-\d{2})[-_.\s]?(.*)$/.exec(name) ?? []) : []
    const value = source.startsWith(':') ? (day ?? null) : reader.take(source)
    if (value === null) continue
    const reading = readWrittenTime(value, { ...plainStyle, hasAnyYear: true })
    const time = reading.kind === 'read' ? reading.time.local : null
    if (time === null && source === ':filename') continue
    return { value, time, slug: rest === '' ? null : rest, isOfStory: !ofChanges.has(source) }
  }
  return null
}
