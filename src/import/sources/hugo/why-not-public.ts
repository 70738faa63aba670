// Why a Hugo site did not show a page to its readers, or not in its lists.

import type { Instant } from '../../../domain/instant.ts'
import { toInstant } from '../../fields/find-date.ts'
import { asMap, asText, type FieldReader, saysNo } from '../../fields/read-fields.ts'
import type { AddNote } from '../../report/note.ts'
import { readWrittenTime } from '../../times/read-written-time.ts'
import { isOn } from './hugo-site.ts'

type Clock = { readonly zone: string; readonly now: Instant }

/** What cannot be understood may have hidden the page. `draft` and `private` are known to all sources. */
export const whyNotPublic = (reader: FieldReader, clock: Clock, addNote: AddNote): string | null => {
  const build = buildReason(reader.take('build', '_build'))
  if (build !== null) return build
  if (isOn(reader.take('headless'))) return 'it is headless: the old site made no page of it'
  if (isOn(reader.take('unlisted'))) return 'it is marked as unlisted'
  return expiryReason(reader.take('expiryDate', 'unpublishDate'), clock, addNote)
}

const buildReason = (value: unknown): string | null => {
  if (value === null) return null
  const build = asMap(value)
  if (build === null) return 'its field build cannot be read, so that nobody knows whether it was shown'
  const word = (name: string): string => {
    const found = [...build].find(([key]) => key.toLowerCase() === name)?.[1]
    if (found === undefined || found === null || found === true) return 'always'
    return saysNo(found) ? 'never' : (asText(found)?.toLowerCase() ?? 'unclear')
  }
  const [render, list] = [word('render'), word('list')]
  if (render !== 'always' && render !== 'true')
    return `it says “render: ${render}”: the old site made no page of it`
  return list === 'always' || list === 'true'
    ? null
    : `it says “list: ${list}”: no list of the old site showed it`
}

const expired = 'it expired on'

export const isExpiry = (reason: string): boolean => reason.startsWith(expired)

const expiryReason = (value: unknown, { zone, now }: Clock, addNote: AddNote): string | null => {
  if (value === null) return null
  const reading = readWrittenTime(value)
  const time = reading.kind === 'read' ? { ...reading.time, hasClock: true } : null
  const found = time === null ? null : toInstant(time, { zone, hasExactTimes: true }, () => {})
  const written = asText(value) ?? ''
  if (found === null || !found.ok)
    return `its expiry date “${written}” cannot be read, so that nobody knows whether it is over`
  if (found.value.instant <= now) return `${expired} ${found.value.day}`
  addNote('Its date of expiry lies ahead: withdraw it then, as nothing here does', written, 'editor')
  return null
}
