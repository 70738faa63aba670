// Nothing of a draft, held or withdrawn story may stand anywhere, in no page, feed or sitemap.

import { departures } from '../../pages/kinds/changes.ts'
import type { DrawnPage } from '../../pages/planned-page.ts'
import type { RenderedPage } from '../../pages/rendered-site.ts'
import type { Departure } from '../../store/listed.ts'
import { escapedVariants } from '../escaped-variants.ts'
import type { PageFault } from '../page-fault.ts'
import type { HiddenText } from './hidden-texts.ts'

export type LeakCheck = (page: RenderedPage, plan: DrawnPage | null) => readonly PageFault[]

export const createLeakCheck = (hiddenTexts: readonly HiddenText[]): LeakCheck => {
  if (hiddenTexts.length === 0) return () => []
  const anyHiddenText = new RegExp(
    hiddenTexts.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
  )
  return (page, plan) => {
    // One search for all of them; only a page that contains one is searched for each.
    if (!anyHiddenText.test(page.content)) return []
    const rest = withoutPublicTexts(page.content, plan, hiddenTexts)
    return hiddenTexts
      .filter(({ text }) => rest.includes(text))
      .map(({ text, file, state }) => ({
        code: 'story-leaked',
        message: `“${text}” appears here, but ${file} is ${state === 'draft' ? 'a draft' : state}`,
        hint: 'remove the text, or publish the story',
        offset: page.content.indexOf(text),
        words: text,
      }))
  }
}

/**
 * Words of a hidden story that the page's live stories use too, in longer headlines and descriptions, give nothing away. Nor
 * do addresses of stories that were public and left.
 */
const withoutPublicTexts = (
  content: string,
  plan: DrawnPage | null,
  hiddenTexts: readonly HiddenText[],
): string => {
  if (plan === null) return content
  const longer = headlinesIn(plan.data).filter(headline =>
    hiddenTexts.some(({ text }) => headline !== text && headline.includes(text)),
  )
  return [
    ...longer.flatMap(headline => [headline, ...escapedVariants(headline)]),
    ...departedIn(plan),
  ].reduce((rest, text) => rest.replaceAll(text, ''), content)
}

const departedIn = ({ kind, data }: DrawnPage): readonly string[] =>
  kind === departures.name
    ? ((data as { readonly departures?: readonly Departure[] }).departures?.flatMap(({ id, url }) => [
        id,
        url,
      ]) ?? [])
    : []

const headlinesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) =>
    typeof inside === 'string'
      ? ['title', 'name', 'summary', 'description'].includes(name)
        ? [inside]
        : []
      : headlinesIn(inside),
  )
}
