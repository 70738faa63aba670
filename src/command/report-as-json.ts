// The whole report of a publish as one JSON object, for machines. docs/operators.md says what its fields mean.

import { type KeptBack, problemsOfKept } from '../domain/kept-back.ts'
import { recordOf } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Built } from '../pipeline/publish.ts'
import { rfc3339 } from '../time/wire-time.ts'

/** `problems`: all of them, those of what was kept back first. `status`: of the command. */
export const reportAsJson = (
  built: Result<Built, unknown>,
  problems: readonly Problem[],
  status: number,
): string => {
  const common = { published: built.ok, status, problems: problems.map(recordOf) }
  return JSON.stringify(built.ok ? { ...common, ...restOf(built.value) } : common, null, 2)
}

const restOf = ({
  plan,
  newsroom,
  outlook,
  seen,
  live,
  nextDue,
  keptBack,
  changes,
  repeated,
  foreign,
  fullBuildReason,
  encoded,
}: Built) => {
  const { timezone, url: origin } = newsroom.site
  const urlOf = (path: string | null) => path && `${origin}${path}`
  return {
    keptBack: keptBack.map(kept => ({ ...keptRecordOf(kept), url: urlOf(kept.url) })),
    stories:
      seen?.map(({ file, title, url, movedFrom, kinds }) => ({
        ...{ file, title, url: urlOf(url), movedFrom: urlOf(movedFrom), kinds },
      })) ?? null,
    live,
    files: { ...changes, repeated, foreign },
    pagesChecked: plan.pages.length,
    picturesEncoded: encoded,
    held: outlook.held.map(held => ({ ...held, release: rfc3339(held.release, timezone) })),
    drafts: outlook.drafts,
    nextDue: nextDue && rfc3339(nextDue, timezone),
    fullBuildReason,
  }
}

/** Its problems stand among all: each is named here by its code. */
const keptRecordOf = (kept: KeptBack) => ({
  file: kept.file,
  shown: kept.shown,
  codes: [...new Set(problemsOfKept(kept).map(({ code }) => code))],
})
