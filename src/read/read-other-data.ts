// YAML of a newsroom's own in _data/, for its layouts and pages: anything that YAML 1.2 can say.

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { parseYaml } from './parse-yaml.ts'

/** Throws one line with the place and what to write. */
export const readOtherData = (text: string, path: string): unknown => {
  try {
    return load(text, { schema: CORE_SCHEMA })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const file = path.replace(/^\.\//, '')
    const parsed = parseYaml({ file, text, start: 0, yaml: text })
    if (parsed.ok) throw new Error(`${file}:${(error.mark?.line ?? 0) + 1}: ${error.reason}`)
    const { location, message, hint } = parsed.fault
    throw new Error(`${file}:${location.line}:${location.column} ${message}; ${hint}`)
  }
}
