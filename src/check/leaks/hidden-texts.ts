// What gives away a story that is not live: its address, its id, its headline, its summary.

import { mentionOfWords } from '../../archive/index-claims.ts'
import { escapeJson, escapeXml } from '../../domain/escape.ts'
import type { Instant } from '../../domain/instant.ts'
import { type State, stateAt } from '../../domain/lifecycle.ts'
import type { Story } from '../../domain/story.ts'
import { quotedIn } from '../../markdown/quotes.ts'
import type { Tables } from '../../store/tables.ts'

export type Sign = { readonly text: string; readonly file: string; readonly state: State }

/** A headline of one or two words could stand anywhere by chance. */
const tellingLength = 16

/** The signs of every story that is not live at `now`. */
export const leakSigns = (tables: Tables, now: Instant): readonly Sign[] => {
  const isLiveToo = (words: string) =>
    (tables.get('mentions', mentionOfWords(words)) ?? []).some(file => {
      const story = tables.get('stories', file)
      return story !== undefined && stateAt(story, now) === 'live'
    })
  const language = tables.get('facts', 'site')?.site.language ?? 'en'
  return (tables.get('lists', 'hidden') ?? []).flatMap(file => {
    const story = tables.get('stories', file)
    return story ? signsOf(story, isLiveToo, language, now) : []
  })
}

const signsOf = (
  story: Story,
  isLiveToo: (words: string) => boolean,
  language: string,
  now: Instant,
): readonly Sign[] => {
  const isTelling = (text: string) => text.length >= tellingLength && !isLiveToo(text)
  const words = [story.title, story.summary].filter(isTelling)
  const state = stateAt(story, now)
  // A tombstone stands at a withdrawn story's url, and links to it may stay: it tells readers what happened.
  const addresses = state === 'withdrawn' ? [`>${story.id}<`] : [story.url, `>${story.id}<`, `"${story.id}"`]
  const quoted = (text: string) =>
    [language, story.language ?? language].map(each => (/['"]/.test(text) ? quotedIn(text, each) : text))
  const texts = [...addresses, ...words.flatMap(text => [text, ...escapedForms(text), ...quoted(text)])]
  return [...new Set(texts)].map(text => ({ text, file: story.file, state }))
}

/** A headline as XML, JSON, markdown and layouts write it: markdown leaves `'` and `\` alone, Nunjucks does not. */
export const escapedForms = (text: string): readonly string[] => {
  const byMarkdown = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const byNunjucks = byMarkdown.replaceAll("'", '&#39;').replaceAll('\\', '&#92;')
  return [escapeXml(text), escapeJson(text).slice(1, -1), byMarkdown, byNunjucks]
}
