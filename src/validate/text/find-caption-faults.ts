// Captions that browsers would not show, or not all of them: which line of the file, and what to type there.

import type { Fault } from '../../domain/problem.ts'

/** `line`: from 0. */
type CaptionFault = Fault & { readonly line: number }

/** W3C WebVTT, section 4.1: its first line, an empty one, and captions with their times. */
export const faultOfWebVtt = (text: string): CaptionFault | null => {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const times = lines.flatMap((line, at) => (timing.test(line) ? [{ line, at }] : []))
  const [first] = times
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ''))
    return first?.line.includes(',') ? faultAt(first.at, ...subRip) : faultAt(0, ...notWebVtt)
  if (first === undefined) return faultAt(0, 'no caption with its times follows', example)
  if (lines.slice(0, first.at).every(line => line.trim() !== ''))
    return faultAt(first.at, 'the empty line below WEBVTT is missing', 'add an empty line below WEBVTT')
  for (const { line, at } of times) {
    if (!wellFormed.test(line)) {
      const right = rightTimes(line)
      const hint = right === null ? example : `write ${right}`
      return faultAt(at, `“${line.trim()}” is not in the form of times${withComma(line)}`, hint)
    }
    if (isCrowded(lines, at))
      return faultAt(
        at,
        'the empty line between two captions is missing',
        'add an empty line above this caption',
      )
  }
  return null
}

/** Also where they are not in the right form. */
const timing = /^\s*\d[\d:.,;]*\s*-+>\s*\d/

const wellFormed = /^(?:\d+:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d+:)?\d\d:\d\d\.\d{3}(?:[ \t].*)?$/

/** Above the times there may be one line, the name of the caption. */
const isCrowded = (lines: readonly string[], at: number): boolean =>
  (lines[at - 1] ?? '').trim() !== '' && (lines[at - 2] ?? '').trim() !== ''

const withComma = (line: string): string =>
  line.includes(',') ? ': it needs a point before the thousandths, not a comma' : ''

const rightTimes = (line: string): string | null => {
  const [, from = '', to = '', rest = ''] = /^\s*(\S+?)\s*-+>\s*(\S+)(.*)$/.exec(line) ?? []
  const [begin, end] = [rightTime(from), rightTime(to)]
  return begin === null || end === null ? null : `${begin} --> ${end}${rest.trimEnd()}`
}

const rightTime = (written: string): string | null => {
  const [, hours, minutes = '', seconds = '', part = ''] =
    /^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,;:](\d{1,3}))?$/.exec(written) ?? []
  if (minutes === '') return null
  const clock = [...(hours === undefined ? [] : [hours]), minutes, seconds].map(each => each.padStart(2, '0'))
  return `${clock.join(':')}.${part.padEnd(3, '0')}`
}

const example = 'give each caption its times, such as 00:00:01.000 --> 00:00:02.500'

const notWebVtt = [
  'this is not WebVTT',
  `begin it with a line WEBVTT and an empty line, then ${example}`,
] as const

const subRip = [
  'this is SubRip (.srt), and not WebVTT',
  'begin it with a line WEBVTT and an empty line, and write a point for each comma in its times: 00:00:01.000 --> 00:00:02.500',
] as const

const faultAt = (line: number, message: string, hint: string): CaptionFault => ({
  code: 'captions-unreadable',
  message,
  hint,
  line,
})
