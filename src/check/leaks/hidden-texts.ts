// The texts that give away a story that is not live: its address, its id, its headline, its summary.

import { mentionOfWords } from '../../archive/index-claims.ts'
import { curlQuotes } from '../../domain/curl-quotes.ts'
import type { Instant } from '../../domain/instant.ts'
import { type State, stateAt } from '../../domain/lifecycle.ts'
import type { Story } from '../../domain/story.ts'
import type { Tables } from '../../store/tables.ts'
import { escapedVariants } from '../escaped-variants.ts'

export type HiddenText = { readonly text: string; readonly file: string; readonly state: State }

/** A headline of one or two words could stand anywhere by chance. */
const shortest = 16

/** Those of every story that is not live at `now`. */
export const findHiddenTexts = (tables: Tables, now: Instant): readonly HiddenText[] => {
  const isLiveToo = (words: string) =>
    (tables.get('mentions', mentionOfWords(words)) ?? []).some(file => {
      const story = tables.get('stories', file)
      return story !== undefined && stateAt(story, now) === 'live'
    })
  const language = tables.get('facts', 'site')?.site.language ?? 'en'
  return (tables.get('lists', 'hidden') ?? []).flatMap(file => {
    const story = tables.get('stories', file)
    return story ? textsOf(story, isLiveToo, language, now) : []
  })
}

const marks = /\u202f?[“”„«»「」״″]\u202f?|[‘’‚‹›『』׳′ʻ]/g

const straightOf = (mark: string): string => (/[‘’‚‹›『』׳′ʻ]/.test(mark) ? "'" : '"')

const textsOf = (
  story: Story,
  isLiveToo: (words: string) => boolean,
  language: string,
  now: Instant,
): readonly HiddenText[] => {
  const givesAway = (text: string) => text.length >= shortest && !isLiveToo(text)
  const state = stateAt(story, now)
  // The old site quoted its drafts, copied them and named its pages in its stories: all that came along was public there.
  const isOldDraft = story.imported !== null && state === 'draft'
  const words = isOldDraft ? [] : [story.title, story.summary].filter(givesAway)
  // A tombstone stands at a withdrawn story's url, and links to it may stay: it tells readers what happened.
  const addresses = state === 'withdrawn' ? [`>${story.id}<`] : [story.url, `>${story.id}<`, `"${story.id}"`]
  // As somebody typed them, and as a text of the site's language has them.
  const variants = (text: string): readonly string[] => {
    const typed = text.replace(marks, straightOf)
    return typed === text ? [text] : [text, typed, curlQuotes(typed, language)]
  }
  const texts = [...addresses, ...words.flatMap(variants).flatMap(text => [text, ...escapedVariants(text)])]
  return [...new Set(texts)].map(text => ({ text, file: story.file, state }))
}
