// Puts pages written by hand before the checks, as if they had been made from the stories given.

import { createArchive } from '../../src/archive/create-archive.ts'
import { checkSite } from '../../src/check/check-site.ts'
import type { RenderedSite } from '../../src/check/rendered-site.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Audience } from '../../src/domain/lifecycle.ts'
import type { Newsroom } from '../../src/domain/newsroom.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { pageKinds } from '../../src/pages/page-kinds.ts'
import { outputPathOf } from '../../src/plan/output-path.ts'
import { planSite } from '../../src/plan/plan-site.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { validateNewsroom } from '../../src/validate/validate-newsroom.ts'
import { siteData } from '../rig/site-data.ts'
import type { Files } from '../rig/site-folder.ts'

/** A year after the stories of the tests: whatever has a date is out. */
export const later = Date.UTC(2025, 9, 24) as Instant

type Rendered = {
  /** Url → what was rendered there. */
  readonly pages: Files
  readonly stories?: Files
  readonly files?: readonly string[]
  readonly now?: Instant
  readonly audience?: Audience
}

export const checkPages = (rendered: Rendered): readonly Problem[] =>
  checkSite(siteOf(rendered), rendered.now ?? later)

/** The pages and all that the checks know of them, as if they lay in the folder "staging". */
export const siteOf = (rendered: Rendered): RenderedSite => {
  const { pages, stories = {}, files = [], now = later, audience = 'readers' } = rendered
  const newsroom = newsroomOf(stories)
  const { timezone, language } = newsroom.site
  const context = {
    newsroom,
    archive: createArchive(newsroom, now, audience),
    time: createReaderTime(timezone, language),
  }
  return {
    folder: 'staging',
    pages: Object.entries(pages).map(([url, content]) => ({ url, output: outputPathOf(url), content })),
    files,
    plan: planSite(pageKinds, context, audience),
    newsroom,
  }
}

/** "staging/news/index.html:2:9 link-broken", one for each problem. */
export const whereAndWhat = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ place, code }) => `${place.file}:${place.line}:${place.column} ${code}`)

export const lines = (...written: string[]): string => written.join('\n')

export const newsroomOf = (stories: Files): Newsroom => {
  const source = (file: keyof typeof siteData) => ({ file, text: siteData[file] })
  const valid = validateNewsroom(
    {
      site: source('_data/site.yaml'),
      sections: source('_data/sections.yaml'),
      people: source('_data/people.yaml'),
      topics: source('_data/topics.yaml'),
      stories: Object.entries(stories).map(([file, text]) => ({ file, text })),
      curations: [],
      plainPages: [],
      staticFiles: [],
      otherMarkdown: [],
      ignored: [],
      problems: [],
    },
    () => 'missing',
  )
  if (!valid.ok) throw new Error(printProblems(valid.fault))
  return valid.value.newsroom
}
