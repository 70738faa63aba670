// The pictures of people: files of content/static/, looked at as those of stories are.

import type { Person } from '../../domain/newsroom.ts'
import { errorAt, type Location, locationOfFile, type Problem } from '../../domain/problem.ts'
import { staticFileOf } from '../../domain/site-paths.ts'
import { isUninspected, type PictureLookup } from '../../pictures/look-up-picture.ts'
import { parseYaml } from '../../read/parse-yaml.ts'
import type { SourceFile } from '../../read/read-source.ts'

type People = ReadonlyMap<string, Person>

export type FoundPortraits = { readonly people: People; readonly problems: readonly Problem[] }

/** `source`: people.yaml, to show the line. */
export const findPortraits = async (
  people: People,
  source: SourceFile | null,
  { lookUp, inspectPending }: PictureLookup,
): Promise<FoundPortraits> => {
  const shown = [...people.values()].flatMap(({ key, portrait }) =>
    portrait === null ? [] : [{ key, src: portrait, file: staticFileOf(portrait) }],
  )
  if (shown.length === 0) return { people, problems: [] }
  const isWaiting = ({ file }: { readonly file: string }): boolean => {
    const found = lookUp(file)
    return 'code' in found && isUninspected(found)
  }
  // Each is asked for, so that all of them are inspected together.
  if (shown.filter(isWaiting).length > 0) await inspectPending()
  const problems: Problem[] = []
  const found = new Map(people)
  for (const { key, src, file } of shown) {
    const picture = lookUp(file)
    const person = people.get(key)
    if ('code' in picture) problems.push(errorAt(locationOf(source, key), picture))
    else if (person) found.set(key, { ...person, picture: { src, file, ...picture } })
  }
  return { people: found, problems }
}

const locationOf = (source: SourceFile | null, key: string): Location => {
  const yaml = source && parseYaml({ ...source, start: 0, yaml: source.text })
  return yaml?.ok ? yaml.value.locationOf([key, 'picture'], 'value') : locationOfFile(source?.file ?? '')
}
