// Where a field of a story stands, for problems that show only when the story is held against others.

import { type Location, locationOfFile } from '../domain/problem.ts'
import { parseYaml } from './parse-yaml.ts'
import { readFrontMatter } from './read-front-matter.ts'
import type { SourceFile } from './read-source.ts'

/** Its value; the file as a whole where it has no such field. */
export const locateField = (
  source: SourceFile,
  name: string,
  isMeant: (value: unknown) => boolean = () => true,
): Location => {
  const front = readFrontMatter(source)
  const fields: unknown = front?.ok ? front.value.value : null
  if (!front?.ok || typeof fields !== 'object' || fields === null || !(name in fields))
    return locationOfFile(source.file)
  const value: unknown = (fields as Record<string, unknown>)[name]
  const index = Array.isArray(value) ? value.findIndex(isMeant) : -1
  return front.value.locationOf(index === -1 ? [name] : [name, index], 'value')
}

/** Of a key of a YAML file, or of its value; the file as a whole where it has no such key. */
export const locateKey = (source: SourceFile, key: string, part: 'key' | 'value'): Location => {
  const yaml = parseYaml({ ...source, start: 0, yaml: source.text })
  return yaml.ok ? yaml.value.locationOf([key], part) : locationOfFile(source.file)
}
