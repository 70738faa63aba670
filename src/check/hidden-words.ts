// The words by which a story that readers may not see would be known.

import type { Instant } from '../domain/instant.ts'
import { type State, stateAt } from '../domain/lifecycle.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import { escapeJson, escapeXml } from '../render/filters.ts'

type HiddenWord = { readonly text: string; readonly file: string; readonly state: State }

/** Plain JSON, as it may cross to another thread. */
export type HiddenWords = {
  readonly words: readonly HiddenWord[]
  /** Texts of live stories that hold some of these words by chance: there they say nothing of a hidden one. */
  readonly openTexts: readonly string[]
}

/** A headline of one or two words could stand anywhere by chance. */
const tellingLength = 16

export const hiddenWordsOf = ({ stories }: Newsroom, now: Instant): HiddenWords => {
  const all = stories.map(({ story }) => story)
  const open = all.filter(story => stateAt(story, now) === 'live')
  const openTitles = new Set(open.map(story => story.title))
  const words = all
    .filter(story => stateAt(story, now) !== 'live')
    .flatMap(story => wordsOf(story, openTitles, now))
  if (words.length === 0) return { words, openTexts: [] }
  const hasAny = anyOf(words)
  const openTexts = open
    .flatMap(story => [story.title, story.summary])
    .filter(text => hasAny.test(text))
    .flatMap(text => [text, ...escapedForms(text)])
  return { words, openTexts }
}

/** One look for all of them. */
export const anyOf = (words: readonly HiddenWord[]): RegExp =>
  new RegExp(words.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'))

const wordsOf = (story: Story, openTitles: ReadonlySet<string>, now: Instant): readonly HiddenWord[] => {
  const state = stateAt(story, now)
  const isTelling = (text: string) => text.length >= tellingLength && !openTitles.has(text)
  const words = [story.title, story.summary].filter(isTelling)
  const escaped = words.flatMap(text => [text, ...escapedForms(text)])
  // A tombstone stands at a withdrawn story's url, and links to it may stay: it tells readers what happened.
  const addresses = state === 'withdrawn' ? [`>${story.id}<`] : [story.url, `>${story.id}<`]
  return [...new Set([...addresses, ...escaped])].map(text => ({ text, file: story.file, state }))
}

/** A headline as XML, JSON, markdown and layouts write it: markdown leaves `'` and `\` alone, Nunjucks does not. */
const escapedForms = (text: string): readonly string[] => {
  const byMarkdown = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const byNunjucks = byMarkdown.replaceAll("'", '&#39;').replaceAll('\\', '&#92;')
  return [escapeXml(text), escapeJson(text).slice(1, -1), byMarkdown, byNunjucks]
}
