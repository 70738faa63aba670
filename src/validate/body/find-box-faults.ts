// Whether the boxes of a story hold what they promise: key points a list, a timeline entries with times.

import type { Token } from 'markdown-it'
import { endOfBox, readBox } from '../../markdown/boxes.ts'
import { type TimelineEntry, timelineEntries, writtenTime } from '../../markdown/timelines.ts'
import { parseShownTime } from '../../time/shown-time.ts'
import type { BodyFault } from './body-fault.ts'
import type { EntryAdvice } from './find-entry-faults.ts'

const lineOf = (token: Token | undefined): number => token?.map?.[0] ?? 0

/** `advice`: the site's zone and the story's day. */
export const findBoxFaults = (tokens: readonly Token[], advice: EntryAdvice): readonly BodyFault[] =>
  tokens.flatMap((open, at): readonly BodyFault[] => {
    if (open.type !== 'container_box_open') return []
    const inside = tokens.slice(at + 1, endOfBox(tokens, at))
    const name = readBox(open.info)?.name
    if (name === 'keypoints' && !isList(open, inside)) return [noPoints(lineOf(open))]
    if (name === 'timeline') {
      return isList(open, inside)
        ? timelineEntries({ open, inside }).flatMap(entry => faultOfEntry(entry, advice))
        : [noTimeline(lineOf(open), advice.day)]
    }
    return []
  })

const isList = (open: Token, inside: readonly Token[]): boolean => {
  const blocks = inside.filter(
    ({ level, nesting, type }) =>
      level === open.level + 1 && nesting >= 0 && type !== 'heading_open' && type !== 'inline',
  )
  return blocks.length === 1 && /^(?:bullet|ordered)_list_open$/.test(blocks[0]?.type ?? '')
}

const noPoints = (line: number): BodyFault => ({
  line,
  code: 'box-no-list',
  message: 'key points must be one list and nothing else',
  hint: 'begin each line with a dash: - The port closes at six.',
})

const noTimeline = (line: number, day: string): BodyFault => ({
  line,
  code: 'box-no-list',
  message: 'a timeline must be one list and nothing else',
  hint: `begin each line with a dash: - ${day}: The port closes.`,
})

const faultOfEntry = (
  { item, text, hasTime }: TimelineEntry,
  { zone, day }: EntryAdvice,
): readonly BodyFault[] => {
  if (hasTime) return []
  const line = lineOf(item)
  const written = text ? writtenTime(text.content) : null
  const time = written === null ? null : parseShownTime(written, zone, day)
  if (written !== null && time && !time.ok) return [{ line, words: written, ...time.fault }]
  return [
    {
      line,
      code: 'timeline-no-time',
      message: 'this entry of the timeline does not begin with a time',
      hint: `begin it with a day (- ${day}: The port closes.), a month (${day.slice(0, 7)}), a year or a full time`,
    },
  ]
}
