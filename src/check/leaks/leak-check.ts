// Nothing of a draft, held or withdrawn story may stand anywhere, in no page, feed or sitemap.

import type { DrawnPage } from '../../pages/planned-page.ts'
import type { RenderedPage } from '../../pages/rendered-site.ts'
import type { PageFault } from '../page-fault.ts'
import { escapedForms, type Sign } from './hidden-texts.ts'

export type LeakCheck = (page: RenderedPage, plan: DrawnPage | null) => readonly PageFault[]

export const createLeakCheck = (signs: readonly Sign[]): LeakCheck => {
  if (signs.length === 0) return () => []
  const anySign = new RegExp(signs.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'))
  return (page, plan) => {
    // One look for all of them; only a page that has one is looked at sign by sign.
    if (!anySign.test(page.content)) return []
    const rest = withoutOpenTexts(page.content, plan, signs)
    return signs
      .filter(({ text }) => rest.includes(text))
      .map(({ text, file, state }) => ({
        code: 'story-leaked',
        message: `“${text}” shows here, but ${file} is ${state}`,
        hint: 'remove what names the story, or publish it',
        spot: { offset: page.content.indexOf(text), words: text },
      }))
  }
}

/** Words of a hidden story that the page's live stories use too, in longer headlines, say nothing of it. */
const withoutOpenTexts = (content: string, plan: DrawnPage | null, signs: readonly Sign[]): string =>
  plan === null
    ? content
    : headlinesIn(plan.data)
        .filter(text => signs.some(sign => text !== sign.text && text.includes(sign.text)))
        .flatMap(text => [text, ...escapedForms(text)])
        .reduce((rest, text) => rest.replaceAll(text, ''), content)

const headlinesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    typeof inside === 'string'
      ? ['title', 'name', 'summary'].includes(name)
        ? [inside]
        : []
      : headlinesIn(inside),
  )
}
