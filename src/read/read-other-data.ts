// YAML and JSON of a newsroom's own, for its layouts and pages: anything that YAML 1.2 and JSON can say.

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { Problem } from '../domain/problem.ts'
import { errorAt, locationInText } from '../domain/problem.ts'
import { jsonFaultAt } from './json-fault-at.ts'
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

/** Throws one line with the place and what to write. */
export const readOtherJson = (text: string, path: string): unknown => {
  const file = path.replace(/^\.\//, '')
  const fault = jsonFaultOf(text, file)
  if (fault === null) return text.trim() === '' ? {} : JSON.parse(text)
  const { location, message, hint } = fault
  throw new Error(`${file}:${location.line}:${location.column} ${message}; ${hint}`)
}

/** Null for JSON, and for an empty file, which Eleventy takes. */
export const jsonFaultOf = (text: string, file: string): Problem | null => {
  const at = text.trim() === '' ? null : jsonFaultAt(text)
  if (at === null) return null
  return errorAt(locationInText(file, text, at, 1), {
    code: 'page-not-made',
    message: 'this is not JSON from here on',
    hint: 'put names and texts in "double quotes", a comma between two entries and none behind the last',
  })
}
