// Nothing of a draft, held or withdrawn story may stand anywhere, in no page, feed or sitemap.

import type { Instant } from '../domain/instant.ts'
import { stateAt } from '../domain/lifecycle.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import { escapeJson, escapeXml } from '../render/filters.ts'
import type { PageFault } from './page-problem.ts'
import type { RenderedPage } from './rendered-site.ts'

export type LeakCheck = (page: RenderedPage) => readonly PageFault[]

/** A headline of one or two words could stand anywhere by chance. */
const tellingLength = 16

export const createLeakCheck = ({ stories }: Newsroom, now: Instant): LeakCheck => {
  const all = stories.map(({ story }) => story)
  const hidden = all.filter(story => stateAt(story, now) !== 'live')
  if (hidden.length === 0) return () => []
  const open = all.filter(story => stateAt(story, now) === 'live')
  const openTitles = new Set(open.map(story => story.title))
  const signs = hidden.flatMap(story => signsOf(story, openTitles, now))
  // Words of a hidden story that live ones use too, in longer headlines, say nothing of it.
  const openTexts = open
    .flatMap(story => [story.title, story.summary])
    .filter(text => signs.some(sign => text.includes(sign.text)))
    .flatMap(text => [text, ...escapedForms(text)])
  const withoutOpenTexts = (content: string) =>
    openTexts.reduce((rest, text) => rest.replaceAll(text, ''), content)
  const anySign = new RegExp(signs.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'))
  return page => {
    // One look for all of them; only a page that has one is looked at sign by sign.
    if (!anySign.test(page.content)) return []
    const rest = withoutOpenTexts(page.content)
    return signs
      .filter(({ text }) => rest.includes(text))
      .map(({ text, story }) => ({
        code: 'story-leaked',
        message: `“${text}” shows here, but ${story.file} is ${stateAt(story, now)}`,
        hint: 'remove what names the story, or publish it',
        spot: { offset: page.content.indexOf(text), words: text },
      }))
  }
}

type Sign = { readonly text: string; readonly story: Story }

const signsOf = (story: Story, openTitles: ReadonlySet<string>, now: Instant): readonly Sign[] => {
  const isTelling = (text: string) => text.length >= tellingLength && !openTitles.has(text)
  const words = [story.title, story.summary].filter(isTelling)
  const escaped = words.flatMap(text => [text, ...escapedForms(text)])
  // A tombstone stands at a withdrawn story's url, and links to it may stay: it tells readers what happened.
  const addresses = stateAt(story, now) === 'withdrawn' ? [`>${story.id}<`] : [story.url, `>${story.id}<`]
  return [...new Set([...addresses, ...escaped])].map(text => ({ text, story }))
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
