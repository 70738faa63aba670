// YAML and JSON of a newsroom's own, for its layouts and pages: anything that YAML 1.2 and JSON can say.

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { Problem } from '../domain/problem.ts'
import { errorAt, locationInText } from '../domain/problem.ts'
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

/** Throws one line with the place and what to look for. */
export const readOtherJson = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    const file = path.replace(/^\.\//, '')
    const { line, column } = locationInText(file, text, soundLength(text), 1)
    throw new Error(
      `${file}:${line}:${column} the file is no JSON from here on; look for a comma, a quotation mark or a bracket too many or too few`,
    )
  }
}

/** How much of a text could be the beginning of JSON. Not every message of the parser says so. */
const soundLength = (text: string): number => {
  let [sound, unsound] = [0, text.length + 1]
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1
    if (couldGoOn(text.slice(0, middle))) sound = middle
    else unsound = middle
  }
  return sound
}

const couldGoOn = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as Error
    const at = / at position (\d+)/.exec(message)?.[1]
    return at === undefined ? message.includes('end of JSON input') : Number(at) >= text.length
  }
}
