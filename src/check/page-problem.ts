// A fault of a rendered page, at the place where a person can mend it: in the story or the plain page if it stands there.

import { decodePath } from '../domain/decode-path.ts'
import { type Place, type Problem, placeInText } from '../domain/problem.ts'
import type { RenderedPage } from '../pages/rendered-site.ts'
import type { PageSource } from '../read/read-page-source.ts'

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
  source: PageSource | null,
): readonly Problem[] =>
  faults.map(({ code, message, hint, spot }): Problem => {
    const inStory = source && placeInStory(source, spot.words)
    const place =
      inStory ?? placeInText(`${folder}/${page.output}`, page.content, spot.offset, spot.words.length)
    const where = inStory ? '' : source ? ` (made from ${source.file})` : ''
    return { code, severity: 'error', message: `${page.url}: ${message}${where}`, hint, place }
  })

const placeInStory = ({ file, body, bodyLine }: PageSource, words: string): Place | null => {
  // Markdown percent-encodes an address: the editor may have typed it in plain letters.
  const typed = [words, decodePath(words)].find(form => form !== '' && body.includes(form))
  return typed === undefined ? null : placeInText(file, body, body.indexOf(typed), typed.length, bodyLine)
}
