// A YAML, JSON or TOML file of settings or names. It is read as data, never run.

import { existsSync, readFileSync } from 'node:fs'
import { parse as parseToml } from 'smol-toml'
import { loadOldYaml } from './load-old-yaml.ts'

/** Null when there is no such file, or it cannot be read. One that says nothing is a map without members. */
export const readDataFile = (path: string): unknown => {
  if (!existsSync(path)) return null
  try {
    const text = readFileSync(path, 'utf8')
    if (path.endsWith('.toml')) return parseToml(text)
    const isEmpty = text.split('\n').every(line => /^\s*(?:#|$)/.test(line))
    return isEmpty ? {} : (loadOldYaml(text, { json: true, maxAliases: 100 }) ?? {})
  } catch {
    return null
  }
}

/** Its members by name, those of a list by number; none when it holds something else. */
export const membersOf = (path: string): readonly (readonly [string, unknown])[] => {
  const value = readDataFile(path)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
