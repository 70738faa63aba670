// Whether the front matter and the entries of a live blog agree.

import type { Instant } from '../../domain/instant.ts'
import { errorAt, type Fault, type Location, type Problem } from '../../domain/problem.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import type { FrontMatterFields } from './story-schema.ts'

type LocatedEntry = { readonly at: Instant; readonly location: Location }

export const findLiveProblems = (
  { live, date }: FrontMatterFields,
  entries: readonly LocatedEntry[],
  yaml: YamlDocument,
): readonly Problem[] => {
  const inOrder = entries.toSorted((one, other) => one.location.line - other.location.line)
  const [first] = inOrder
  if (!live) return first === undefined ? [] : [errorAt(first.location, notLive)]
  const tooMany = inOrder.slice(mostEntries, mostEntries + 1).map(({ location }) => errorAt(location, full))
  const early = entries
    .filter(({ at }) => at < date - longestBefore)
    .map(({ location }): Problem => ({ ...errorAt(location, beforeDate), severity: 'warning' }))
  const { until } = live
  if (until === undefined) return [...tooMany, ...early]
  return [
    ...tooMany,
    ...early,
    ...(until < date ? [errorAt(yaml.locationOf(['live', 'until'], 'value'), endsEarly)] : []),
    ...entries.filter(({ at }) => at > until).map(({ location }) => errorAt(location, afterEnd)),
  ]
}

/** More than the longest days have had; each is in the page, in its data and in its feeds. */
const mostEntries = 2000

/** In milliseconds: a blog may tell what led to it; what is earlier by more than a day is a slip. */
const longestBefore = 24 * 3_600_000

const beforeDate: Fault = {
  code: 'entry-before-date',
  message: 'this entry is more than a day earlier than the date of the live blog',
  hint: 'correct its time, or date',
}

const full: Fault = {
  code: 'entries-too-many',
  message: `a live blog cannot have more than ${mostEntries} entries: this one is over it`,
  hint: 'end this blog with live: { until: … }, and begin another one',
}

const notLive: Fault = {
  code: 'entry-not-live',
  message: 'only a live blog can have entries',
  hint: 'write “live: true” among its fields',
}

const endsEarly: Fault = {
  code: 'live-until-before-date',
  message: 'the live blog cannot end before its date',
  hint: 'correct date or until',
}

const afterEnd: Fault = {
  code: 'entry-after-end',
  message: 'this entry is later than the end of the live blog',
  hint: 'correct its time, or live: { until: … }',
}
