// What a story's front matter and its entries must say of each other when it is told live.

import type { Instant } from '../../domain/instant.ts'
import type { Location, Problem } from '../../domain/problem.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import type { FrontMatterFields } from './story-schema.ts'

type LocatedEntry = { readonly at: Instant; readonly location: Location }

export const findLiveProblems = (
  { live, date }: FrontMatterFields,
  entries: readonly LocatedEntry[],
  yaml: YamlDocument,
): readonly Problem[] => {
  const problem = (code: string, message: string, hint: string, location: Location): Problem => ({
    code,
    severity: 'error',
    message,
    hint,
    location: location,
  })
  const [first] = entries.toSorted((one, other) => one.location.line - other.location.line)
  if (!live) {
    if (first === undefined) return []
    const hint = 'add a line “live: true” to the front matter'
    return [problem('entry-not-live', 'only a live blog can have entries', hint, first.location)]
  }
  const { until } = live
  if (until === undefined) return []
  const early = 'the live blog cannot end before its date'
  const late = 'this entry is later than the end of the live blog'
  return [
    ...(until < date
      ? [
          problem(
            'live-until-before-date',
            early,
            'correct date or until',
            yaml.locationOf(['live', 'until'], 'value'),
          ),
        ]
      : []),
    ...entries
      .filter(({ at }) => at > until)
      .map(({ location }) =>
        problem('entry-after-end', late, 'correct its time, or live: { until: … }', location),
      ),
  ]
}
