// YAML of a newsroom's own in _data/, for its layouts and pages: anything that YAML 1.2 can say.

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { errorAt, locationInText, type Problem } from '../domain/problem.ts'
import { parseYaml } from './parse-yaml.ts'

/** Throws one line with the place and what to write. */
export const readOtherData = (text: string, path: string): unknown => {
  const file = path.replace(/^\.\//, '')
  const read = readYaml(text, file)
  if (!('fault' in read)) return read.value
  const { location, message, hint } = read.fault
  throw new Error(`${file}:${location.line}:${location.column} ${message}; ${hint}`)
}

export const yamlFaultOf = (text: string, file: string): Problem | null => {
  const read = readYaml(text, file)
  return 'fault' in read ? read.fault : null
}

const readYaml = (text: string, file: string): { readonly value: unknown } | { readonly fault: Problem } => {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const parsed = parseYaml({ file, text, start: 0, yaml: text })
    if (!parsed.ok) return { fault: parsed.fault }
    const location = locationInText(file, text, error.mark?.position ?? 0, 1)
    return {
      fault: errorAt(location, { code: 'yaml-syntax', message: error.reason, hint: 'correct this line' }),
    }
  }
}
