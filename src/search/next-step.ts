// One step of indexing, while no other run can publish: a bundle is published, or the next one to make is chosen.

import { editTables } from '../store/tables.ts'
import { bundleStatus, bundlesToDrop, spansToIndex } from './bundle-status.ts'
import { type SpanStories, storiesOfSpan } from './index-pages.ts'
import type { IndexTarget } from './index-target.ts'
import type { MadeBundle } from './make-bundle.ts'
import type { MonthSpan } from './month-spans.ts'
import { dropBundle, markIndexed, publishBundle } from './publish-bundle.ts'

export type Step =
  | {
      readonly kind: 'make'
      readonly span: MonthSpan
      readonly stories: SpanStories
      readonly language: string
    }
  | { readonly kind: 'next' }
  | { readonly kind: 'done' }

/** `made`: since the step before. `published`: the bundles that this run has published, by name. */
export const nextStep = async (
  target: IndexTarget,
  made: MadeBundle | null,
  published: Map<string, MonthSpan>,
): Promise<Step> => {
  const { tables, last } = target
  const spans = spansToIndex(tables)
  for (const span of spans) {
    const status = bundleStatus(span, tables, target.hasAllFiles ? target.folders.published : null)
    // A story that is being edited leaves its bundle incomplete: the next publish will complete it.
    if (status === 'current' || (status === 'incomplete' && published.has(span.name))) continue
    const stories = storiesOfSpan(span, tables, last)
    if (made?.span.name === span.name && made.sourceDigest === stories.sourceDigest) {
      await publishBundle(target, { ...made, span })
      published.set(span.name, span)
    } else if (
      status === 'uncertain' &&
      tables.get('bundles', span.name)?.sourceDigest === stories.sourceDigest
    ) {
      const rows = editTables(tables)
      markIndexed(rows, span.months)
      await target.record(rows.edits, null)
    } else {
      const language = tables.get('facts', 'site')?.site.language ?? 'und'
      return { kind: 'make', span, stories, language }
    }
    return { kind: 'next' }
  }
  const [old] = bundlesToDrop(tables, spans)
  if (old === undefined) return { kind: 'done' }
  await dropBundle(target, old)
  return { kind: 'next' }
}
