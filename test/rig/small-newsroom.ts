// A newsroom in memory: story texts in, a checked newsroom, an archive and planned pages out.

import { createArchive } from '../../src/archive/create-archive.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Newsroom, PlainPage } from '../../src/domain/newsroom.ts'
import type { Problem } from '../../src/domain/problem.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Story } from '../../src/domain/story.ts'
import type { PageContext } from '../../src/pages/page-kind.ts'
import { pageKinds } from '../../src/pages/page-kinds.ts'
import { type Plan, planSite } from '../../src/plan/plan-site.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import type { NewsroomFiles, SourceFile } from '../../src/read/read-newsroom-files.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { type ValidNewsroom, validateNewsroom } from '../../src/validate/validate-newsroom.ts'
import { siteData, storyText } from './site-data.ts'
import type { Files } from './site-folder.ts'

/** An instant from RFC 3339, for tests of what comes after parsing. */
export const at = (text: string): Instant => Date.parse(text) as Instant

/** After all that the tests' stories say. */
export const later = at('2030-01-01T00:00:00Z')

const inFolder = (files: Files, folder: string): SourceFile[] =>
  Object.entries(files)
    .filter(([file]) => file.startsWith(folder))
    .map(([file, text]) => ({ file, text }))

/** `files` come on top of sound site data, as in a site folder. */
export const filesInMemory = (files: Files, plainPages: readonly PlainPage[] = []): NewsroomFiles => {
  const all: Files = { ...siteData, ...files }
  const one = (file: string) => {
    const text = all[file]
    return text === undefined ? null : { file, text }
  }
  return {
    site: one('_data/site.yaml'),
    sections: one('_data/sections.yaml'),
    people: one('_data/people.yaml'),
    topics: one('_data/topics.yaml'),
    stories: inFolder(all, 'content/stories/'),
    curations: inFolder(all, 'content/bulletins/'),
    plainPages,
    otherMarkdown: [],
    ignored: [],
    staticFiles: inFolder(all, 'content/static/').map(({ file }) => file.slice('content/static/'.length)),
    problems: [],
  }
}

/** Every picture has 640 by 480 pixels, but for the ones called missing and unreadable. */
const sizeOf = (file: string) => {
  if (file.includes('missing')) return 'missing'
  return file.includes('unreadable') ? 'unreadable' : { width: 640, height: 480 }
}

export const validated = (files: Files): Result<ValidNewsroom, readonly Problem[]> =>
  validateNewsroom(filesInMemory(files), sizeOf)

/** Throws with the problems when the newsroom is not sound. */
export const newsroomOf = (files: Files, plainPages: readonly PlainPage[] = []): Newsroom => {
  const valid = validateNewsroom(filesInMemory(files, plainPages), sizeOf)
  if (!valid.ok) throw new Error(printProblems(valid.fault))
  return valid.value.newsroom
}

export const problemsOf = (files: Files): readonly Problem[] => {
  const valid = validated(files)
  return valid.ok ? valid.value.warnings : valid.fault
}

type Fields = Readonly<Record<string, string | undefined>>

/** A story file named after its slug, in the folder of its day: `date` must stand in the site's zone. */
export const storyAt = (date: string, slug: string, fields: Fields = {}, body?: string): Files => ({
  [`content/stories/${date.slice(0, 10).replaceAll('-', '/')}/${slug}.md`]: storyText(
    { title: `About ${slug}`, date, ...fields },
    body,
  ),
})

export const storyOf = (fields: Fields = {}, date = '2024-10-24T09:30:00+05:30'): Story => {
  const story = newsroomOf(storyAt(date, 'story', fields)).stories[0]?.story
  if (!story) throw new Error('there is no story')
  return story
}

export const contextOf = (newsroom: Newsroom, now = later): PageContext => ({
  newsroom,
  archive: createArchive(newsroom, now),
  time: createReaderTime(newsroom.site.timezone, newsroom.site.language),
})

export const planOf = (files: Files, now = later, plainPages: readonly PlainPage[] = []): Plan =>
  planSite(pageKinds, contextOf(newsroomOf(files, plainPages), now), 'readers')

// biome-ignore lint/suspicious/noExplicitAny: a page's data is whatever its kind says
export const dataAt = (plan: Plan, url: string): any => {
  const page = plan.pages.find(planned => planned.url === url)
  if (!page) throw new Error(`no page is planned at ${url}`)
  return page.data
}

export const urlsOf = (items: readonly { readonly url: string }[]): readonly string[] =>
  items.map(item => item.url)
