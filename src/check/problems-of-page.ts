// The faults of a page as problems, located where a person can correct them: in the story, if it contains the words.

import { escapeHtml } from '../domain/escape.ts'
import { findSpelling } from '../domain/find-words.ts'
import { type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import { dataFiles, layoutFileOf } from '../domain/site-paths.ts'
import type { RenderedPage } from '../pages/rendered-site.ts'
import type { SourceText } from '../read/read-page-source.ts'
import { createFindInSource } from './find-in-source.ts'
import type { PageFault } from './page-fault.ts'

/** `folder`: where the page was rendered. `layout`: a planned page's, such as "layouts/story.njk". */
export const problemsOfPage = (
  page: RenderedPage,
  faults: readonly PageFault[],
  folder: string,
  source: SourceText | null,
  layout: string | null,
): readonly Problem[] => {
  const findInSource = source && createFindInSource(source)
  return faults.map((fault): Problem => {
    const { code, message, hint, offset, words = '', isOfAll = false } = fault
    const inStory = isOfAll ? locationOfAll(source) : findInSource?.(words)
    const location = inStory ?? locationOnPage(page, folder, offset, words)
    const madeFrom = inStory || !source ? '' : ` (made from ${source.file})`
    return {
      code,
      severity: fault.severity ?? 'error',
      message: `${page.url}: ${message}${madeFrom}`,
      hint: layout === null || inStory ? hint : withLayout(hint, layoutFileOf(layout)),
      location,
      ...(inStory || !source ? {} : { madeFrom: source.file }),
    }
  })
}

const withLayout = (hint: string, file: string): string => {
  const named = hint.replace('the layout of this page', file)
  return named === hint ? `${hint}; its layout is ${file}` : named
}

/** For a fault that stands elsewhere, or on pages of several layouts. */
export const withoutLayout = (hint: string): string => hint.replace(/; its layout is \S+$/, '')

/** The first line of the story's text, or the site's settings. */
const locationOfAll = (source: SourceText | null): Location =>
  source === null
    ? locationOfFile(dataFiles.site)
    : locationInText(source.file, source.text, source.bodyStart, source.text.length - source.bodyStart)

/** The words themselves, where the place is that of the element that they stand in. */
const locationOnPage = (
  { output, content }: RenderedPage,
  folder: string,
  offset: number,
  words: string,
): Location => {
  const end = content[offset] === '<' ? content.indexOf('>', offset) : -1
  const tag = end === -1 ? '' : content.slice(offset, end)
  const found = words === '' ? null : findSpelling(tag, [words, escapeHtml(words)])
  return locationInText(
    `${folder}/${output}`,
    content,
    offset + (found?.at ?? 0),
    found?.length ?? words.length,
  )
}
