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
  const [first] = entries.toSorted((one, other) => one.location.line - other.location.line)
  if (!live) return first === undefined ? [] : [errorAt(first.location, notLive)]
  const { until } = live
  if (until === undefined) return []
  return [
    ...(until < date ? [errorAt(yaml.locationOf(['live', 'until'], 'value'), endsEarly)] : []),
    ...entries.filter(({ at }) => at > until).map(({ location }) => errorAt(location, afterEnd)),
  ]
}

const notLive: Fault = {
  code: 'entry-not-live',
  message: 'only a live blog can have entries',
  hint: 'add a line “live: true” to the front matter',
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
