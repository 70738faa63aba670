// The time of day and the zone in what stands behind a day.

import { isZone } from '../../time/is-zone.ts'
import { halfOfWord } from './month-names.ts'

export type Clock = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** "+05:30", "Z", an IANA zone, or null when none is written. */
  readonly zone: string | null
  /** Whether it is a number by itself. */
  readonly isBareHour: boolean
}

/** `fault`: what stands there is something else. */
type ClockReading = { readonly clock: Clock | null } | { readonly fault: string }

const shapes: readonly RegExp[] = [
  /^(?:T|,?\s+(?:at\s+|-\s+)?)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?:(?<half>[ap])(?:\.?\s?m)?\b\.?)?\s*(?<zone>.*)$/i,
  /^T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?:[.,]\d+)?(?<zone>Z|[+-].*)?$/,
  /^\s+(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?<second>)\s*(?:h|hrs?|hours|uhr)?(?<zone>)$/i,
  /^(?:T|,?\s+(?:at\s+)?)(?<hour>\d{1,2})(?<minute>)(?<second>)\s*(?:(?<half>[ap])\.?\s?m\.?|h|hrs?|uhr)?(?<zone>Z|\s[A-Z]{2,5}|[+-]\d\d:?\d\d)?$/i,
]

/** Behind a day with words in it, in any language. */
const loose =
  /^(?<before>\D{0,40}?)(?<hour>\d{1,2})\s*(?:[:.h時时點点시]|uhr)\s*(?<minute>\d{2})?\s*[分분]?(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?<zone>(?!\d).*)$/iu

/** `isLoose`: words of any language may stand there. */
export const clockInText = (rest: string, isLoose: boolean): ClockReading => {
  const text = rest.trim()
  if (text === '' || (/^\(.*\)$/.test(text) && !/\d:\d/.test(text))) return { clock: null }
  for (const shape of shapes) {
    const parts = shape.exec(rest)?.groups
    if (parts === undefined) continue
    const half = parts.half?.toLowerCase().replace(/$/, 'm')
    const after = half === undefined && isLoose ? halfIn(parts.zone ?? '') : null
    const isBareHour = /^[T\s,]+\d{1,2}$/.test(rest)
    return complete(parts, after?.half ?? half, after?.rest ?? parts.zone ?? '', isBareHour)
  }
  const isShort = isLoose ? !/\d/.test(text) && text.length <= 30 : /^\p{L}{1,2}\.?$/u.test(text)
  if (isShort) return { clock: null }
  const parts = loose.exec(rest)?.groups
  if (parts === undefined) return { fault: `“${text}” after the date is not a time` }
  const before =
    Number(parts.hour) > 12
      ? []
      : (parts.before ?? '').split(/[\s,]+/).map(word => (word.length > 1 ? halfOfWord(word) : null))
  const after = halfIn(parts.zone ?? '')
  return complete(parts, after.half ?? before.find(half => half !== null) ?? undefined, after.rest, false)
}

const complete = (
  parts: Parts,
  half: string | undefined,
  zoneText: string,
  isBareHour: boolean,
): ClockReading => {
  const hour = Number(parts.hour)
  const zone = zoneOf(zoneText)
  if (zone === undefined) return { fault: `“${zoneText.trim()}” is not a time zone` }
  return {
    clock: {
      hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0),
      minute: Number(parts.minute || 0),
      second: Number(parts.second || 0),
      zone,
      isBareHour,
    },
  }
}

type Parts = Readonly<Record<string, string | undefined>>

/** "p. m.", "Uhr": words behind a clock that are no zone. */
const halfIn = (text: string): { readonly half: string | undefined; readonly rest: string } => {
  const words = text.trim().split(/\s+/)
  for (const count of [2, 1]) {
    const half = halfOfWord(words.slice(0, count).join(''))
    if (half !== null) return { half, rest: withoutFilling(words.slice(count).join(' ')) }
  }
  return { half: undefined, rest: withoutFilling(text) }
}

const withoutFilling = (text: string): string =>
  text.replace(/^\s*(?:uhr|hrs?|hours|h|óra|बजे|वाजता|\))(?=[\s,.]|$)\.?/iu, '')

// RFC 822 names only these; other abbreviations mean different zones in different countries.
const named: Readonly<Record<string, string>> = {
  ...{ Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00' },
}

/** Null when none is written; undefined when it is not understood. */
const zoneOf = (text: string): string | null | undefined => {
  const bare = text
    .replace(/\s*\(.*\)$/, '')
    .trim()
    .replace(/^(?:GMT|UTC)(?=[+-])/i, '')
    .replace(/^\[|\]$/g, '')
    .trim()
  if (bare === '') return null
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(bare)
  if (offset) {
    const [, sign = '+', hours = '', minutes = '00'] = offset
    return `${sign}${hours.padStart(2, '0')}:${minutes}`
  }
  return named[bare.toUpperCase()] ?? (bare.includes('/') && isZone(bare) ? bare : undefined)
}
