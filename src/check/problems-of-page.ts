// The faults of a page as problems, located where a person can correct them: in the story, if it contains the words.

import { type Location, locationInText, type Problem } from '../domain/problem.ts'
import { decodePath } from '../domain/web-address.ts'
import type { RenderedPage } from '../pages/rendered-site.ts'
import type { SourceText } from '../read/read-page-source.ts'
import type { PageFault } from './page-fault.ts'

/** `folder`: where the page was rendered. */
export const problemsOfPage = (
  page: RenderedPage,
  faults: readonly PageFault[],
  folder: string,
  source: SourceText | null,
): readonly Problem[] =>
  faults.map(({ code, message, hint, offset, words = '' }): Problem => {
    const inStory = source && locationInStory(source, words)
    const location = inStory ?? locationInText(`${folder}/${page.output}`, page.content, offset, words.length)
    const madeFrom = inStory || !source ? '' : ` (made from ${source.file})`
    return { code, severity: 'error', message: `${page.url}: ${message}${madeFrom}`, hint, location }
  })

const locationInStory = ({ file, body, bodyLine }: SourceText, words: string): Location | null => {
  // Markdown percent-encodes an address: the editor may have typed it in plain letters.
  const typed = [words, decodePath(words)].find(written => written !== '' && body.includes(written))
  return typed === undefined ? null : locationInText(file, body, body.indexOf(typed), typed.length, bodyLine)
}
