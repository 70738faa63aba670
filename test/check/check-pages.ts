// Puts pages written by hand before the checks, as if they had been made from the stories given.

import { checkSite, type RenderedSite } from '../../src/check/check-site.ts'
import { type Audience, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { pageSourceOf } from '../../src/read/read-page-source.ts'
import { outputPathOf } from '../../src/store/output.ts'
import type { Files } from '../rig/site-folder.ts'
import { newsroomOf, planOf, tablesOf } from '../rig/small-newsroom.ts'

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

export const checkPages = (rendered: Rendered): readonly Problem[] => checkSite(siteOf(rendered))

/** The pages and all that the checks know of them, as if they lay in the folder "staging". */
export const siteOf = (rendered: Rendered): RenderedSite => {
  const { pages, stories = {}, files = [], now = later, audience = readers } = rendered
  const valid = newsroomOf(stories)
  const { timezone } = valid.newsroom.site
  return {
    folder: 'staging',
    pages: Object.entries(pages).map(([url, content]) => ({
      url,
      output: outputPathOf(url),
      content,
      template: '',
    })),
    files,
    drawn: planOf(stories, now, [], audience).pages,
    tables: tablesOf(valid, now, audience),
    viewpoint: { now, audience, timezone },
    nowhere: [],
    newsroom: valid.newsroom,
    sourceOf: file => (file ? pageSourceOf(file, stories[file] ?? '') : null),
  }
}

/** "staging/news/index.html:2:9 link-broken", one for each problem. */
export const whereAndWhat = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ location, code }) => `${location.file}:${location.line}:${location.column} ${code}`)

export const lines = (...written: string[]): string => written.join('\n')
