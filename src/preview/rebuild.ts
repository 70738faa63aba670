// One build for editors: its result, or why it failed. It never throws.

import type { Instant } from '../domain/instant.ts'
import { printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result } from '../domain/result.ts'
import { visibleText } from '../domain/visible-text.ts'
import { buildAgain } from '../pipeline/build.ts'
import type { Built } from '../pipeline/publish.ts'
import { forEditors } from '../store/edition.ts'
import type { SiteSession } from '../store/site-session.ts'
import { plainReason } from '../system/explain-disk-fault.ts'

/** Why the preview still shows the last good pages. `crash`: a layout or a plugin threw. */
export type Trouble =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'crash'; readonly message: string }

/** `root` must be the current folder, and that of `session`. `named`: files that changed; null to find them. */
export const rebuild = async (
  session: SiteSession,
  root: string,
  now: Instant,
  named: readonly string[] | null,
): Promise<Result<Built, Trouble>> => {
  const request = { root, now, edition: forEditors, named, isWatched: true, isAll: false }
  try {
    const built = await buildAgain(session, request)
    return built.ok ? built : failure({ kind: 'problems', problems: built.fault })
  } catch (error) {
    if (process.env.DEBUG) console.error(error)
    return failure({ kind: 'crash', message: plainReason(error, root) })
  }
}

export const printTrouble = (trouble: Trouble): string =>
  trouble.kind === 'problems' ? printProblems(trouble.problems) : visibleText(trouble.message)
