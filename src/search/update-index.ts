// Brings the search index up to the last publish, bundle by bundle. Others may publish meanwhile: it holds the store for moments only.

import { join } from 'node:path'
import type { Report } from '../domain/event.ts'
import { pathInSite } from '../store/bundle.ts'
import type { Edition } from '../store/edition.ts'
import { searchLockFolder, takeLockIfFree, whenUnlocked } from '../store/run-locks.ts'
import type { OpenSite } from '../store/site-session.ts'
import { withLastSite } from '../store/site-session.ts'
import type { MonthSpan } from './bundles-of.ts'
import { folderTarget, type IndexTarget, publishedTarget } from './index-target.ts'
import { type MadeBundle, makeBundle } from './make-bundle.ts'
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
  /** Another run is at it, and takes in what was published meanwhile. */
  | { readonly kind: 'elsewhere' }

/** Throws a plain line when nothing was published yet, or when Pagefind fails. */
export const updateIndex = async (call: IndexCall, report: Report): Promise<IndexOutcome> => {
  const { root, edition, into } = call
  const state = join(root, edition.state)
  const staging = join(state, 'search/made')
  const lock = await takeLockIfFree(searchLockFolder(state))
  if (lock === null) return { kind: 'elsewhere' }
  const put = new Map<string, MonthSpan>()
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
    const step = await nextStep(target, made, put)
    if (step.kind !== 'done') return step
    await target.settle()
    // Before anybody else can publish: they would find it taken, and leave their stories to a run that has ended.
    await release()
    return step
  }
  const hold = <Value>(work: (site: OpenSite) => Promise<Value>) =>
    whenUnlocked(() => withLastSite(root, edition, work))
  try {
    if (into === null) await takeTurns(made => hold(site => next(publishedTarget(site, staging), made)), make)
    else
      await hold(site => {
        const target = folderTarget(site, staging, into.folder, into.isBegun)
        return takeTurns(made => next(target, made), make)
      })
    return { kind: 'done', made: [...put.values()] }
  } finally {
    await release()
  }
}

/** For a publish that is told without the index. */
export const leaveIndex = ({ root, edition }: Pick<IndexCall, 'root' | 'edition'>): Promise<void> =>
  whenUnlocked(() => withLastSite(root, edition, site => publishedTarget(site, '').settle()))

const takeTurns = async (
  take: (made: MadeBundle | null) => Promise<Step>,
  make: (step: Step & { kind: 'make' }) => Promise<MadeBundle>,
): Promise<void> => {
  let step = await take(null)
  while (step.kind !== 'done') step = await take(step.kind === 'make' ? await make(step) : null)
}
