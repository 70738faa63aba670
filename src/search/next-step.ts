// What is done to the search index in one moment in which nobody else publishes: a bundle put in its place, or the next one chosen.

import { editTables } from '../store/tables.ts'
import type { MonthSpan } from './bundles-of.ts'
import type { IndexTarget } from './index-target.ts'
import type { MadeBundle } from './make-bundle.ts'
import { dropBundle, forgetMonths, putBundle } from './put-bundle.ts'
import { type SpanStories, storiesOfSpan } from './stories-of-span.ts'
import { oldBundles, spansOf, whatLacks } from './what-lacks.ts'

export type Step =
  | {
      readonly kind: 'make'
      readonly span: MonthSpan
      readonly stories: SpanStories
      readonly language: string
    }
  | { readonly kind: 'next' }
  | { readonly kind: 'done' }

/** `made`: since the turn before. `put`: what was put in its place in this run, by name. */
export const nextStep = async (
  target: IndexTarget,
  made: MadeBundle | null,
  put: Map<string, MonthSpan>,
): Promise<Step> => {
  const { tables, last } = target
  const spans = spansOf(tables)
  for (const span of spans) {
    const lack = whatLacks(span, tables, target.isHere ? target.folders.published : null)
    // A story that is being edited leaves its bundle with a rest: the next publish will have it.
    if (lack === 'nothing' || (lack === 'rest' && put.has(span.name))) continue
    const stories = storiesOfSpan(span, tables, last)
    if (made?.span.name === span.name && made.of === stories.sourceDigest) {
      await putBundle(target, { ...made, span })
      put.set(span.name, span)
    } else if (
      lack === 'certainty' &&
      tables.get('bundles', span.name)?.sourceDigest === stories.sourceDigest
    ) {
      const rows = editTables(tables)
      forgetMonths(rows, span.months)
      await target.keep(rows.edits, null)
    } else {
      const language = tables.get('facts', 'site')?.site.language ?? 'und'
      return { kind: 'make', span, stories, language }
    }
    return { kind: 'next' }
  }
  const [old] = oldBundles(tables, spans)
  if (old === undefined) return { kind: 'done' }
  await dropBundle(target, old)
  return { kind: 'next' }
}
