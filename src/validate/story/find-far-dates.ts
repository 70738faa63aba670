// Times so far ahead that a slip of the year is likelier than a plan: without a word, a correction of 2204 is never shown.

import type { Instant } from '../../domain/instant.ts'
import {
  type Location,
  lineStartsOf,
  locationInText,
  markedText,
  type Problem,
} from '../../domain/problem.ts'
import { readStoryFile } from '../../domain/site-paths.ts'
import type { Story } from '../../domain/story.ts'
import { readFrontMatter } from '../../read/read-front-matter.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { isSlippedYear } from '../../time/slipped-year.ts'
import { nameOfTime, timeOfEntry, timesAmong } from './story-times.ts'

const day = 24 * 3_600_000
/** Embargoes are for weeks, elections and eclipses for months. */
const longestPlan = 300 * day

/** Nobody mends more at once; a clock that is wrong makes all stories lie ahead. */
const mostStories = 50

/** `read`: of the files of these stories. */
export const findFarDates = (
  stories: readonly Story[],
  read: (file: string) => SourceFile | null,
  now: Instant,
): readonly Problem[] =>
  stories
    .filter(story => !story.draft && lastOf(story) > limitOf(story, now))
    .slice(0, mostStories)
    .flatMap(story => {
      const source = read(story.file)
      return source === null ? [] : farDatesIn(story, source, now)
    })

const lastOf = ({ date, embargo, updated, withdrawn, live, corrections, entries }: Story): number => {
  let last = Math.max(date, embargo ?? 0, updated ?? 0, withdrawn?.date ?? 0, live?.until ?? 0)
  for (const correction of corrections) last = Math.max(last, correction.date)
  for (const entry of entries) last = Math.max(last, entry.at)
  return last
}

/** A story in the folder of its day is meant for that day, however far it is. */
const limitOf = (story: Story, now: Instant): number => {
  const isPlanned = readStoryFile(story.file)?.day === story.day
  return Math.max(now, isPlanned ? story.date : 0) + longestPlan
}

const meanings: Readonly<Record<string, string>> = {
  date: 'the story is nowhere until then',
  embargo: 'the story is nowhere until then',
  updated: 'no reader hears of the update until then',
  corrections: 'no reader sees the correction until then',
  withdrawn: 'the story stays where it is until then',
  live: 'the live blog goes on until then',
  entry: 'no reader sees the entry until then',
}

const farDatesIn = (story: Story, source: SourceFile, now: Instant): readonly Problem[] => {
  const limit = limitOf(story, now)
  const folderYear = Number(readStoryFile(story.file)?.day.slice(0, 4))
  const thisYear = new Date(now).getUTCFullYear()
  const years = [folderYear, new Date(story.date).getUTCFullYear(), thisYear, thisYear + 1]
  const problemAt = (field: string, location: Location): Problem => {
    const written = markedText(location)
    return {
      code: 'date-far-ahead',
      severity: 'warning',
      message: `${field}: this time lies ${farness(written, now)} ahead: ${meanings[field.replace(/\..*/, '')]}`,
      hint: adviceFor(written, years, limit),
      location,
    }
  }
  const front = readFrontMatter(source)
  const ofFields = front?.ok
    ? timesAmong(front.value.value)
        .filter(({ written }) => Date.parse(String(written)) > limit)
        .map(({ path }) => problemAt(nameOfTime(path), front.value.locationOf(path, 'value')))
    : []
  return [
    ...ofFields,
    ...entriesIn(source)
      .filter(({ at }) => at > limit)
      .map(({ location }) => problemAt('entry', location)),
  ]
}

/** Where entries of a live blog have their times. */
const entriesIn = ({
  file,
  text,
}: SourceFile): readonly { readonly at: number; readonly location: Location }[] => {
  const starts = lineStartsOf(text)
  return text.split('\n').flatMap((line, index) => {
    const time = timeOfEntry(line)
    if (time === null) return []
    const start = (starts[index] ?? 0) + time.column
    return [
      {
        at: Date.parse(time.written),
        location: locationInText(file, text, start, time.written.length),
      },
    ]
  })
}

const farness = (written: string, now: Instant): string => {
  const months = Math.round((Date.parse(unquoted(written)) - now) / (30.44 * day))
  return months < 24 ? `${months} months` : `${Math.round(months / 12)} years`
}

const unquoted = (written: string): string => written.replace(/^["']|["']$/g, '').trim()

/** With a year that differs by one slip: a digit that is another, or two that changed places. */
const adviceFor = (written: string, years: readonly number[], limit: number): string => {
  const time = unquoted(written)
  const year = time.slice(0, 4)
  const meant = years.find(
    each => isSlippedYear(year, String(each)) && Date.parse(`${each}${time.slice(4)}`) <= limit,
  )
  return meant === undefined
    ? 'correct the year, or leave it if that is meant'
    : `write ${meant}${time.slice(4)}, or leave it if that is meant`
}
