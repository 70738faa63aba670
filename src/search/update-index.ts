// Brings the search index up to the last publish, bundle by bundle. Others may publish meanwhile: it locks the site for moments only.
//
// After a publish the bundles of the months that `plan-search.ts` noted are looked at. One that was made of
// the same stories with the same words is left alone, so a new layout or a new name of the site indexes
// nothing. The others are made aside from the site, newest first, without the build's lock. That is taken for
// moments only: to choose a bundle, and to put one in its place if it is still true then (pieces first, its
// entry, the list, then removals). Whoever publishes meanwhile waits for such a moment at most, and leaves
// the index to this run. Killed anywhere, the months are still noted.
//
// The publish stays pending until its index is there, so `changes.json` has the files of both.
// `--changes-only` keeps the lock to the end, as its folder is one delivery.

import { join } from 'node:path'
import type { Report } from '../domain/event.ts'
import { pathInSite } from '../store/bundle.ts'
import type { Edition } from '../store/edition.ts'
import { searchLockFolder, takeLockIfFree, whenUnlocked } from '../store/run-locks.ts'
import { type OpenSite, withLastSite } from '../store/site-session.ts'
import { folderTarget, type IndexTarget, publishedTarget } from './index-target.ts'
import { type MadeBundle, makeBundle } from './make-bundle.ts'
import type { MonthSpan } from './month-spans.ts'
import { nextStep, type Step } from './next-step.ts'

export type IndexCall = {
  /** Absolute; the current folder. */
  readonly root: string
  readonly edition: Edition
  /** A folder that gets what changes, instead of the published folder. `isBegun`: it has the pages of the publish already. */
  readonly into: { readonly folder: string; readonly isBegun: boolean } | null
}

type IndexOutcome =
  | { readonly kind: 'done'; readonly made: readonly MonthSpan[] }
  /** Another run is indexing, and includes this publish. */
  | { readonly kind: 'elsewhere' }

/** Throws a plain line when nothing was published yet, or when Pagefind fails. */
export const updateIndex = async (call: IndexCall, report: Report): Promise<IndexOutcome> => {
  const { root, edition, into } = call
  const state = join(root, edition.state)
  const staging = join(state, 'search/made')
  const lock = await takeLockIfFree(searchLockFolder(state))
  if (lock === null) return { kind: 'elsewhere' }
  const published = new Map<string, MonthSpan>()
  let isReleased = false
  const release = async () => {
    if (!isReleased) await lock.release()
    isReleased = true
  }
  const make = ({ span, stories, language }: Step & { kind: 'make' }): Promise<MadeBundle> => {
    const folder = join(staging, pathInSite(span.name, ''))
    const progress = (done: number) =>
      report({ type: 'indexing', bundle: span.name, done, all: span.stories })
    return makeBundle({ root, span, stories, language, folder, progress })
  }
  const next = async (target: IndexTarget, made: MadeBundle | null): Promise<Step> => {
    const step = await nextStep(target, made, published)
    if (step.kind !== 'done') return step
    await target.finish()
    // Before any other run can publish: it would find the lock taken, and leave its stories to a run that has ended.
    await release()
    return step
  }
  const withSite = <Value>(work: (site: OpenSite) => Promise<Value>) =>
    whenUnlocked(() => withLastSite(root, edition, work))
  try {
    if (into === null)
      await runSteps(made => withSite(site => next(publishedTarget(site, staging), made)), make)
    else
      await withSite(site => {
        const target = folderTarget(site, staging, into.folder, into.isBegun)
        return runSteps(made => next(target, made), make)
      })
    return { kind: 'done', made: [...published.values()] }
  } finally {
    await release()
  }
}

/** For a publish that is reported without its index. */
export const skipIndex = ({ root, edition }: Pick<IndexCall, 'root' | 'edition'>): Promise<void> =>
  whenUnlocked(() => withLastSite(root, edition, site => publishedTarget(site, '').finish()))

const runSteps = async (
  next: (made: MadeBundle | null) => Promise<Step>,
  make: (step: Step & { kind: 'make' }) => Promise<MadeBundle>,
): Promise<void> => {
  let step = await next(null)
  while (step.kind !== 'done') step = await next(step.kind === 'make' ? await make(step) : null)
}
