// Where a story's file belongs, and what to call it, for one that stands elsewhere or has a name that no address can have.

import { isDeviceName } from '../../domain/portable-name.ts'
import type { Fault } from '../../domain/problem.ts'
import { folderOf, nameOf, storyFileOf } from '../../domain/site-paths.ts'
import { readFrontMatter } from '../../read/read-front-matter.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { isDay } from '../../time/calendar-fault.ts'
import { parseInstant } from '../../time/parse-instant.ts'
import { dayOf } from '../../time/wire-time.ts'
import type { SlugSyntax } from '../slug-syntax.ts'

/** By its date; else by what its path says of a day. */
export const outsideDay = (source: SourceFile, zone: string, syntax: SlugSyntax): Fault => {
  const day = dayOfDate(source, zone) ?? dayInPath(source.file)
  return {
    code: 'story-place',
    message: 'a story must be in a folder for its year, month and day',
    hint: `move it to ${storyFileMeant(source.file, day, syntax)}`,
  }
}

/** Where a story of that day belongs. "storm/index.md" is called by its folder. */
export const storyFileMeant = (file: string, day: string | null, syntax: SlugSyntax): string => {
  const name = /^index$/i.test(stemOf(file)) ? folderOf(file) : file
  return storyFileOf(day ?? 'yyyy-mm-dd', syntax.advise(stemOf(name)) ?? 'name')
}

export const badSlug = (slug: string, syntax: SlugSyntax): Fault => {
  if (isDeviceName(slug))
    return {
      code: 'key-reserved',
      message: `Windows keeps the name “${slug}” for a device`,
      hint: `give the file another name, or its fields a line such as slug: ${slug.toLowerCase().replace(/[ .].*$/, '')}-news`,
    }
  const fit = syntax.advise(slug)
  const rule = 'name the file with lower-case letters, digits and hyphens'
  return {
    code: 'story-name',
    message: `“${slug}” cannot be part of a web address`,
    hint: `${fit === null ? rule : `name the file ${fit}.md`}, or give its fields a line such as slug: ${fit ?? 'storm-passes'}${syntax.otherWay(slug)}`,
  }
}

const stemOf = (file: string): string => nameOf(file).replace(/\.md$/i, '')

const dayOfDate = (source: SourceFile, zone: string): string | null => {
  const yaml = readFrontMatter(source)
  const { date } = ((yaml?.ok && yaml.value.value) || {}) as { readonly date?: unknown }
  const instant = parseInstant(date, zone)
  return instant.ok ? dayOf(instant.value, zone) : null
}

/** "2024/1/5", "2024-01-05" */
const dayInPath = (file: string): string | null => {
  const [, year, month = '', date = ''] = /\/(\d{4})[/_.-]?(\d{1,2})[/_.-]?(\d{1,2})(?!\d)/.exec(file) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return year !== undefined && isDay(day) ? day : null
}
