// Times typed with the offset of the other half of the year: readers would see them an hour off.

import { type Location, markedText, type Problem } from '../../domain/problem.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import { otherSeasonOf } from '../../time/other-season.ts'
import { nameOfTime, timeOfEntry, timesAmong } from './story-times.ts'

/** `entries`: of a live blog, each with its first line. */
export const findOtherSeasons = (
  yaml: YamlDocument,
  entries: readonly { readonly location: Location }[],
  zone: string,
): readonly Problem[] => [
  ...timesAmong(yaml.value).flatMap(({ path, written }) =>
    typeof written === 'string'
      ? problemOf(nameOfTime(path), written.trim(), zone, () => yaml.locationOf(path, 'value'))
      : [],
  ),
  ...entries.flatMap(({ location }) => {
    const time = timeOfEntry(markedText(location))
    return time === null
      ? []
      : problemOf('entry', time.written, zone, () => ({
          ...location,
          column: location.column + time.column,
          length: time.written.length,
        }))
  }),
]

const problemOf = (
  name: string,
  written: string,
  zone: string,
  locate: () => Location,
): readonly Problem[] => {
  const season = otherSeasonOf(written, zone)
  if (season === null) return []
  const { right, sameReading, sameInstant } = season
  const orElse = sameReading === sameInstant ? '' : `, or ${sameInstant} if the instant is right`
  return [
    {
      code: 'date-other-season',
      severity: 'warning',
      message: `${name}: this is the offset of the other season: ${zone} is at ${right} on that day, so readers see ${sameInstant.slice(11, 16)}`,
      hint: `write ${sameReading}${orElse}`,
      location: locate(),
    },
  ]
}
