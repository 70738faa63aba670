// Everything a newsroom has written, checked: one newsroom, or all the problems of all the files.

import { basename } from 'node:path'
import type { Day } from '../domain/instant.ts'
import type { Curation, Newsroom } from '../domain/newsroom.ts'
import { isError, type Problem, placeOfFile } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import type { StoryFile } from '../domain/story.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import type { PictureSize } from '../read/read-picture-size.ts'
import { validateCuration } from './validate-curation.ts'
import { validatePlaces } from './validate-places.ts'
import { validateSiteData } from './validate-site-data.ts'
import { createStoryRules, validateStory } from './validate-story.ts'

export type ValidNewsroom = { readonly newsroom: Newsroom; readonly warnings: readonly Problem[] }

/** Stories are only held against site data that is itself sound: their problems would be false ones. */
export const validateNewsroom = (
  files: NewsroomFiles,
  pictureSizeOf: (file: string) => PictureSize | 'missing' | 'unreadable',
): Result<ValidNewsroom, readonly Problem[]> => {
  const data = validateSiteData(files)
  if (!data.ok) return failure([...files.problems, ...data.fault])
  const rules = createStoryRules(data.value, pictureSizeOf)
  const problems: Problem[] = [...files.problems, ...validatePlaces(files)]
  const stories: StoryFile[] = []
  const unsound: string[] = []
  for (const source of files.stories) {
    const checked = validateStory(source, rules)
    if (checked.ok) {
      stories.push(checked.value.storyFile)
      problems.push(...checked.value.warnings)
    } else {
      unsound.push(basename(source.file, '.md'))
      problems.push(...checked.fault)
    }
  }
  const slugsByDay = groupSlugs(stories)
  // A bulletin that names a story with problems has none of its own.
  const slugsOf = (day: Day) => [...(slugsByDay.get(day) ?? []), ...unsound]
  const curations = new Map<string, Curation>()
  for (const source of files.curations) {
    const checked = validateCuration(source, slugsOf)
    if (checked.ok) curations.set(checked.value.day, checked.value)
    else problems.push(...checked.fault)
  }
  problems.push(...sharedUrls(stories), ...sharedSeconds(stories))
  if (problems.some(isError)) return failure(problems)
  return success({
    newsroom: {
      ...data.value,
      plainPages: files.plainPages,
      staticFiles: files.staticFiles,
      stories,
      curations,
    },
    warnings: problems,
  })
}

const groupSlugs = (stories: readonly StoryFile[]): ReadonlyMap<Day, readonly string[]> => {
  const days = new Map<Day, string[]>()
  for (const { story } of stories) {
    const day = days.get(story.day)
    if (day) day.push(story.slug)
    else days.set(story.day, [story.slug])
  }
  return days
}

const addressOf = (url: string): string => url.toLowerCase().replace(/\/(?:index\.html)?$/, '')

/** Two stories, or a story and an alias, at one address; letter case does not tell addresses apart. */
const sharedUrls = (stories: readonly StoryFile[]): Problem[] => {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  const claim = (url: string, file: string) => {
    const address = addressOf(url)
    const owner = owners.get(address)
    if (owner === undefined) owners.set(address, file)
    else {
      problems.push({
        code: 'url-taken',
        severity: 'error',
        message: `${url} is already the address of ${owner}`,
        hint: 'give one of the two another slug, or remove the alias',
        place: placeOfFile(file),
      })
    }
  }
  for (const { story } of stories) claim(story.url, story.file)
  for (const { story } of stories) for (const alias of story.aliases) claim(alias, story.file)
  return problems
}

/** Feed readers take two stories of one second for one, or swap them. Listings fall back on the order of their ids. */
const sharedSeconds = (stories: readonly StoryFile[]): Problem[] => {
  const owners = new Map<string, string>()
  return stories.flatMap(({ story: { date, section, file } }): Problem[] => {
    const second = `${section} ${date}`
    const owner = owners.get(second)
    owners.set(second, owner ?? file)
    if (owner === undefined) return []
    return [
      {
        code: 'date-shared',
        severity: 'warning',
        message: `${owner} of the same section has the same date, to the second`,
        hint: 'change a second, so that their order is yours to decide',
        place: placeOfFile(file),
      },
    ]
  })
}
