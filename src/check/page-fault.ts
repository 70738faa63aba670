// A fault of a rendered page, at the place where a person can mend it: in the story or the plain page if it stands there.

import { decodePath } from '../domain/address.ts'
import { type Location, locationInText, type Problem } from '../domain/problem.ts'
import type { RenderedPage } from '../pages/rendered-site.ts'
import type { SourceText } from '../read/read-page-source.ts'

/** Where on a page a fault shows: the offset in its HTML or XML, and the words to look for in the story. */
export type Spot = { readonly offset: number; readonly words: string }

export type PageFault = {
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly spot: Spot
}

/** `folder`: where the page was rendered. */
export const pageProblems = (
  page: RenderedPage,
  faults: readonly PageFault[],
  folder: string,
  source: SourceText | null,
): readonly Problem[] =>
  faults.map(({ code, message, hint, spot }): Problem => {
    const inStory = source && locationInStory(source, spot.words)
    const location =
      inStory ?? locationInText(`${folder}/${page.output}`, page.content, spot.offset, spot.words.length)
    const where = inStory ? '' : source ? ` (made from ${source.file})` : ''
    return { code, severity: 'error', message: `${page.url}: ${message}${where}`, hint, location: location }
  })

const locationInStory = ({ file, body, bodyLine }: SourceText, words: string): Location | null => {
  // Markdown percent-encodes an address: the editor may have typed it in plain letters.
  const typed = [words, decodePath(words)].find(form => form !== '' && body.includes(form))
  return typed === undefined ? null : locationInText(file, body, body.indexOf(typed), typed.length, bodyLine)
}
