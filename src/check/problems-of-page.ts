// The faults of a page as problems, located where a person can correct them: in the story, if it contains the words.

import { type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import { dataFiles } from '../domain/site-paths.ts'
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
  faults.map(({ code, message, hint, offset, words = '', isOfAll = false }): Problem => {
    const inStory = isOfAll ? locationOfAll(source) : source && locationInStory(source, words)
    const location = inStory ?? locationInText(`${folder}/${page.output}`, page.content, offset, words.length)
    const madeFrom = inStory || !source ? '' : ` (made from ${source.file})`
    return { code, severity: 'error', message: `${page.url}: ${message}${madeFrom}`, hint, location }
  })

/** The first line of the story's text, or the site's settings. */
const locationOfAll = (source: SourceText | null): Location =>
  source === null
    ? locationOfFile(dataFiles.site)
    : locationInText(source.file, source.body, 0, source.body.length, source.bodyLine)

const locationInStory = ({ file, body, bodyLine }: SourceText, words: string): Location | null => {
  // Markdown percent-encodes an address: the editor may have typed it in plain letters, also in separate accents.
  const plain = decodeAll(words)
  const spellings = [
    words,
    decodePath(words),
    plain,
    plain.normalize('NFC'),
    plain.normalize('NFD'),
    words.replaceAll('%25', '%'),
  ]
  const typed = [...spellings, ...spellings.map(text => text.replaceAll('&', '&amp;'))].find(
    written => written !== '' && body.includes(written),
  )
  return typed === undefined ? null : locationInText(file, body, body.indexOf(typed), typed.length, bodyLine)
}

const decodeAll = (words: string): string => {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
