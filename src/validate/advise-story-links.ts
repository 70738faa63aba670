// A link to the file of a story, "storm.md": the advice has the address of the story that it means, where there is one.

import { basename } from 'node:path'
import type { Problem } from '../domain/problem.ts'
import { remember } from '../domain/remember.ts'
import { folderOf, isStory, storyFolder } from '../domain/site-paths.ts'
import { decodePath } from '../domain/web-address.ts'

export type StoryAddress = { readonly file: string; readonly url: string }

/** `storiesNamed`: by the name of their file in lower case, "storm". It is asked only where a link needs it. */
export const adviseStoryLinks = (
  problems: readonly Problem[],
  storiesNamed: (name: string) => readonly StoryAddress[],
): readonly Problem[] => {
  const named = remember(1000, storiesNamed)
  return problems.map(problem => {
    const link = problem.code === 'link-not-allowed' ? linkIn(problem) : null
    if (link === null) return problem
    const story = storyMeant(link.path, problem.location.file, named)
    return story === null ? problem : { ...problem, hint: `write ${story.url}${link.rest}` }
  })
}

/** As it is written at the place of the problem; its end may be missing there. */
const linkIn = ({ message }: Problem): { readonly path: string; readonly rest: string } | null => {
  const [, path, rest = ''] = /“([^“”?#]+\.(?:md|markdown))([?#][^“”]*)?”/i.exec(message) ?? []
  return path === undefined ? null : { path: decodePath(path), rest }
}

/** The one at this path; else the only one of this name. */
const storyMeant = (
  path: string,
  from: string,
  storiesNamed: (name: string) => readonly StoryAddress[],
): StoryAddress | null => {
  const stories = storiesNamed(
    basename(path)
      .replace(/\.\w+$/, '')
      .toLowerCase(),
  )
  const files = [joined(folderOf(from), path), joined('', path), joined(storyFolder, path)]
  const [only, ...others] = stories
  return (
    stories.find(({ file }) =>
      files.some(
        meant => isStory(file) && file.toLowerCase() === meant.replace(/\.\w+$/, '.md').toLowerCase(),
      ),
    ) ?? (only !== undefined && others.length === 0 ? only : null)
  )
}

/** "content/stories/2024/10/24" and "../23/storm.md" → "content/stories/2024/10/23/storm.md" */
const joined = (folder: string, path: string): string => {
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}
