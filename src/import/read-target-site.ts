// What the import must know of the site it writes to: its zone, its sections, its people.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { dataFiles, pageFolder } from '../domain/site-paths.ts'
import { asMap, asText, type Fields } from './fields/read-fields.ts'

export type TargetSite = {
  readonly timezone: string | null
  readonly sections: readonly { readonly key: string; readonly name: string }[]
  /** Fronts of sections, and pages of their own. */
  readonly paths: readonly string[]
  readonly people: readonly { readonly key: string; readonly name: string }[]
}

export const readTargetSite = (root: string): TargetSite => {
  const named = (file: string) =>
    [...mapIn(join(root, file))].map(([key, value]) => ({
      key,
      name: asText(asMap(value)?.get('name')) ?? key,
    }))
  const sections = named(dataFiles.sections)
  return {
    timezone: asText(mapIn(join(root, dataFiles.site)).get('timezone')),
    sections,
    paths: [...sections.map(({ key }) => key), ...pagesOf(join(root, pageFolder))].map(name => `/${name}/`),
    people: named(dataFiles.people),
  }
}

const pagesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith('.md'))
        .map(file => file.slice(0, -3))
    : []

/** Names behind the author keys of the old site, from the data files where generators keep them. */
export const readArchiveNames = (root: string): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const file of ['authors', 'people', 'team', 'members', 'staff'].flatMap(name =>
    ['yml', 'yaml', 'json'].map(end => `${name}.${end}`),
  )) {
    for (const [key, value] of mapIn(join(root, '_data', file))) {
      const person = asMap(value)
      const name =
        asText(value) ??
        asText(person?.get('full_name')) ??
        asText(person?.get('name')) ??
        asText(person?.get('display_name'))
      const known =
        asText(person?.get('id')) ?? asText(person?.get('key')) ?? asText(person?.get('username')) ?? key
      if (name !== null && !names.has(known)) names.set(known, name)
    }
  }
  return names
}

const mapIn = (path: string): Fields => {
  if (!existsSync(path)) return new Map()
  try {
    const value: unknown = load(readFileSync(path, 'utf8'), {
      schema: CORE_SCHEMA,
      json: true,
      maxAliases: 100,
    })
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map()
  } catch {
    return new Map()
  }
}
