// Everything a newsroom has written, checked: one newsroom, or all the problems of all the files.

import { basename } from 'node:path'
import { curlQuotes } from '../domain/curl-quotes.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { Curation, Newsroom, SiteData } from '../domain/newsroom.ts'
import { isError, locationOfFile, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { isBesideStory, nameOf } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { lfsPointerCode } from '../media/lfs-pointer.ts'
import { locateField } from '../read/locate-field.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import { adviseStoryLinks } from './advise-story-links.ts'
import { checkCurated } from './check-curated.ts'
import { findConflictsElsewhere } from './find-conflict-markers.ts'
import { findSharedAddresses } from './find-shared-addresses.ts'
import { foldImported } from './fold-imported.ts'
import { findDrawingProblems } from './site/find-drawing-problems.ts'
import { findMisplacedFiles } from './site/find-misplaced-files.ts'
import { findPageProblems } from './site/find-page-problems.ts'
import { findPrivateKeys } from './site/find-private-keys.ts'
import { findPrograms } from './site/find-programs.ts'
import { findStaticMediaProblems } from './site/find-static-media-problems.ts'
import { findTakenAreas } from './site/find-taken-areas.ts'
import { slugSyntaxOf } from './slug-syntax.ts'
import { findFarDates } from './story/find-far-dates.ts'
import { findHeldTimes } from './story/find-held-times.ts'
import type { ValidateStory } from './story/validate-stories.ts'
import type { LocateField, UnchangedStories } from './unchanged-stories.ts'
import type { WrittenFront } from './validate-front.ts'
import { withAnError } from './with-an-error.ts'

export type ValidNewsroom = {
  readonly newsroom: Newsroom
  readonly stories: readonly Story[]
  readonly curations: readonly Curation[]
  readonly fronts: readonly WrittenFront[]
  readonly warnings: readonly Problem[]
}

const noRest: UnchangedStories = {
  ownerOf: () => undefined,
  story: () => undefined,
  wasOut: () => false,
  slugsOf: () => [],
  twinOf: () => undefined,
  storiesNamed: () => [],
}

/** `check`: each story by itself. Then they are held against each other, against `rest`, and against the clock. */
export const validateNewsroom = (
  data: SiteData,
  files: NewsroomFiles,
  check: ValidateStory,
  rest: UnchangedStories = noRest,
  now: Instant | null = null,
): Result<ValidNewsroom, readonly Problem[]> => {
  const problems: Problem[] = [
    ...files.problems,
    ...findMisplacedFiles(files, slugSyntaxOf(data.site)),
    ...findPrograms(files),
    ...findConflictsElsewhere(files),
    ...findPageProblems(files),
    ...findPrivateKeys(files),
    ...findDrawingProblems(files),
    ...findStaticMediaProblems(files),
    ...findTakenAreas(files, data.site),
  ]
  const stories: Story[] = []
  const unsound: string[] = []
  for (const file of files.stories) {
    const checked = check(file)
    if (checked.ok) {
      stories.push(checked.value.story)
      addAll(problems, checked.value.warnings)
    } else {
      unsound.push(basename(file, '.md').normalize('NFC'))
      addAll(problems, withAnError(file, checked.fault))
    }
  }
  const slugsByDay = groupSlugs(stories)
  // A bulletin that names a story with problems has none of its own.
  const slugsOf = (day: Day) => [...(slugsByDay.get(day) ?? []), ...rest.slugsOf(day), ...unsound]
  const { curations, fronts, problems: ofCurated } = checkCurated(files, slugsOf, data)
  addAll(problems, ofCurated)
  const locate: LocateField = (file, name, written) => {
    const source = files.read(file)
    return source.ok ? locateField(source.value, name, value => value === written) : locationOfFile(file)
  }
  addAll(problems, [
    ...findSharedAddresses(stories, rest, now, locate),
    ...sharedSeconds(stories, rest, locate),
  ])
  const sourceOf = (file: string) => {
    const source = files.read(file)
    return source.ok ? source.value : null
  }
  const far = now === null ? [] : findFarDates(stories, sourceOf, now)
  // Of an embargo that is a slip nothing follows.
  const slipped = new Set(far.map(({ location }) => location.file))
  const certain = stories.filter(({ file }) => !slipped.has(file))
  const held = now === null ? [] : findHeldTimes(certain, sourceOf, now, data.site.timezone)
  const found = [...(far.length === 0 ? problems : withoutFolders(problems, far)), ...far, ...held]
  const imported = new Set(stories.flatMap(story => (story.imported ? [story.file] : [])))
  const all = foldImported(found, file => imported.has(file))
  const storiesNamed = (name: string) => [
    ...stories.filter(({ file }) => basename(file, '.md').toLowerCase() === name),
    ...rest.storiesNamed(name),
  ]
  if (all.some(isError)) return failure(adviseStoryLinks(eachFileOnce(all), storiesNamed))
  const titled = files.plainPages.map(page => ({
    ...page,
    title: curlQuotes(page.title, data.site.language),
  }))
  const newsroom = { ...data, plainPages: titled }
  return success({ newsroom, stories, curations, fronts, warnings: all })
}

/** A date of a wrong year is of no day that a folder could be named after. */
const withoutFolders = (problems: readonly Problem[], far: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    ({ code, location: { file, line } }) =>
      code !== 'story-folder' ||
      !far.some(({ location }) => location.file === file && location.line === line),
  )

/**
 * A file that git-lfs left out is named once, however many stories show it, and although it is published by itself, too; so
 * is each place in captions and transcripts.
 */
const eachFileOnce = (problems: readonly Problem[]): readonly Problem[] => {
  const named = new Set<string>()
  const meant = problems.filter(({ code }) => /^(?:captions|transcript)-missing$/.test(code))
  return problems.filter(({ code, message, location: { file, line, column } }) => {
    // The file that a video lacks is there, under another name.
    if (code === 'file-ignored' && meant.some(({ hint }) => hint.includes(nameOf(file)))) return false
    if (code !== lfsPointerCode && !isBesideStory(file)) return true
    const fault = code === lfsPointerCode ? message : `${code} ${file} ${line} ${column}`
    return named.size < named.add(fault).size
  })
}

/** Not as arguments: a file may have more problems than a call can have. */
const addAll = (problems: Problem[], more: readonly Problem[]): void => {
  for (const problem of more) problems.push(problem)
}

const groupSlugs = (stories: readonly Story[]): ReadonlyMap<Day, readonly string[]> => {
  const days = new Map<Day, string[]>()
  for (const story of stories) {
    const day = days.get(story.day)
    if (day) day.push(story.slug)
    else days.set(story.day, [story.slug])
  }
  return days
}

/** Feed readers take two stories of one second for one, or swap them. Listings fall back on the order of their ids. */
const sharedSeconds = (
  stories: readonly Story[],
  { twinOf }: UnchangedStories,
  locate: LocateField,
): Problem[] => {
  const owners = new Map<string, string>()
  return stories.flatMap((story): Problem[] => {
    const { date, section, file } = story
    const second = `${section} ${date}`
    const owner = owners.get(second) ?? twinOf(story)
    owners.set(second, owner ?? file)
    if (owner === undefined) return []
    return [
      {
        code: 'date-shared',
        severity: 'warning',
        message: `${owner} in the same section has the same date to the second`,
        hint: 'change one of the two dates by a second to decide their order',
        location: locate(file, 'date'),
      },
    ]
  })
}
