// Nothing of a draft, held or withdrawn story may stand anywhere, in no page, feed or sitemap.

import type { Instant } from '../domain/instant.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import { anyOf, type HiddenWords, hiddenWordsOf } from './hidden-words.ts'
import type { PageFault } from './page-problem.ts'
import type { RenderedPage } from './rendered-site.ts'

export type LeakCheck = (page: RenderedPage) => readonly PageFault[]

export const createLeakCheck = (newsroom: Newsroom, now: Instant): LeakCheck =>
  findLeaksOf(hiddenWordsOf(newsroom, now))

/** The same where the newsroom is not at hand, only its hidden words. */
export const findLeaksOf = ({ words, openTexts }: HiddenWords): LeakCheck => {
  if (words.length === 0) return () => []
  const hasAny = anyOf(words)
  const withoutOpenTexts = (content: string) =>
    openTexts.reduce((rest, text) => rest.replaceAll(text, ''), content)
  return page => {
    // Only a page that has one of them is looked at word by word.
    if (!hasAny.test(page.content)) return []
    const rest = withoutOpenTexts(page.content)
    return words
      .filter(({ text }) => rest.includes(text))
      .map(({ text, file, state }) => ({
        code: 'story-leaked',
        message: `“${text}” shows here, but ${file} is ${state}`,
        hint: 'remove what names the story, or publish it',
        spot: { offset: page.content.indexOf(text), words: text },
      }))
  }
}
