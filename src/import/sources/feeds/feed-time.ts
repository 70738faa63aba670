// Times in feeds: RFC 822 in all the spellings that feeds have for it; other forms stay as they are written.

import type { AddNote } from '../../report/note.ts'

const pattern =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(?:\(.*\)|([^\s(]*)\s*(?:\(.*\))?)$/u

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Names of zones that mean one thing only; RFC 822 names those of North America. */
const zones: Readonly<Record<string, string>> = {
  ...{ UT: 'Z', UTC: 'Z', GMT: 'Z', WET: 'Z', WEST: '+01:00', CET: '+01:00', CEST: '+02:00', MEZ: '+01:00' },
  ...{ MESZ: '+02:00', EET: '+02:00', EEST: '+03:00', MSK: '+03:00', SAST: '+02:00', JST: '+09:00' },
  ...{ KST: '+09:00', HKT: '+08:00', SGT: '+08:00', AWST: '+08:00', AEST: '+10:00', AEDT: '+11:00' },
  ...{ NZST: '+12:00', NZDT: '+13:00', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', AKST: '-09:00', AKDT: '-08:00' },
  ...{ HST: '-10:00', NST: '-03:30', NDT: '-02:30', BST: '+01:00' },
}

export const feedTime = (written: string, addNote: AddNote): string => {
  const parts = pattern.exec(written.trim())
  const month = months.indexOf(parts?.[2]?.slice(0, 3).toLowerCase() ?? '') + 1
  if (parts === null || month === 0) return written
  const [, day = '', , year = '', hour, minute = '00', second = '00', zone = ''] = parts
  if (/^[ap]m$/i.test(zone)) return written
  const date = `${fullYear(year)}-${two(month)}-${two(day)}`
  if (hour === undefined) return date
  // A second was put in between, which few clocks know.
  const seconds = second === '60' ? '59' : second
  return `${date}T${two(hour)}:${minute}:${seconds}${offsetOf(zone, written, addNote)}`
}

const two = (value: string | number): string => String(value).padStart(2, '0')

/** As RFC 2822 reads years of two and three digits. */
const fullYear = (year: string): number => {
  const value = Number(year)
  if (year.length === 4) return value
  return value + (year.length === 2 && value < 50 ? 2000 : 1900)
}

const zoneNote = 'Read a time whose zone is unknown as one of the zone of the site'

const offsetOf = (zone: string, written: string, addNote: AddNote): string => {
  if (zone === '') return ''
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC?|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? []
  if (sign !== undefined) return `${sign}${two(hours)}:${minutes}`
  // Letters of the military were defined the wrong way round, so that they say nothing.
  const known = /^[a-z]$/i.test(zone) ? 'Z' : zones[zone.toUpperCase()]
  if (known === undefined) addNote(zoneNote, written, 'editor')
  return known ?? ''
}
