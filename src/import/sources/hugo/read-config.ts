// The configuration of a Hugo site: one file or a folder of them, merged as Hugo merges them for a public build.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readDataFile } from '../../fields/read-data-file.ts'
import { asMap, type Fields } from '../../fields/read-fields.ts'

export type HugoConfig = {
  /** Keys in lower case, as Hugo reads them. */
  readonly values: Fields
  /** Relative to the archive, the main one first; none where the archive came without a configuration. */
  readonly files: readonly string[]
  /** Files that no program can read. */
  readonly unread: readonly string[]
}

const endings = ['toml', 'yaml', 'yml', 'json']

/** `config/` is read for the environment in which `hugo` builds a site for readers. */
export const readHugoConfig = (root: string): HugoConfig => {
  const main = ['hugo', 'config']
    .flatMap(name => endings.map(ending => `${name}.${ending}`))
    .find(file => existsSync(join(root, file)))
  const found = [
    ...(main === undefined ? [] : [main]),
    ...['config/_default', 'config/production'].flatMap(folder => filesIn(root, folder)),
  ]
  let values: Fields = new Map()
  const unread: string[] = []
  for (const file of found) {
    const read = asMap(readDataFile(join(root, file)))
    if (read === null) unread.push(file)
    else values = mergedFields(values, placed(file, lowerKeys(read)))
  }
  return { values, files: found.filter(file => !unread.includes(file)), unread }
}

/** Files of the configuration itself come first: others add to it. */
const filesIn = (root: string, folder: string): readonly string[] => {
  if (!existsSync(join(root, folder))) return []
  const isMain = (name: string) => /^(?:hugo|config)\./.test(name)
  return readdirSync(join(root, folder))
    .filter(name => /\.(?:toml|ya?ml|json)$/.test(name))
    .toSorted((one, other) => Number(isMain(other)) - Number(isMain(one)) || (one < other ? -1 : 1))
    .map(name => `${folder}/${name}`)
}

/** `permalinks.toml` holds what stands under that key; `languages.fr.toml`, what stands under two. */
const placed = (file: string, values: Fields): Fields => {
  const name = (file.split('/').at(-1) ?? '').replace(/\.\w+$/, '').toLowerCase()
  if (name === 'hugo' || name === 'config') return values
  const [key = '', language] = name.split('.', 2)
  const inner = asMap(values.get(key)) ?? values
  if (language === undefined) return new Map([[key, Object.fromEntries(inner)]])
  const below = key === 'languages' ? inner : new Map([[key, Object.fromEntries(inner)]])
  return new Map([['languages', { [language]: Object.fromEntries(below) }]])
}

/** Maps are merged, all else is replaced. */
const mergedFields = (below: Fields, above: Fields): Fields => {
  const fields = new Map(below)
  for (const [name, value] of above) {
    const [under, over] = [asMap(fields.get(name)), asMap(value)]
    fields.set(name, under && over ? Object.fromEntries(mergedFields(under, over)) : value)
  }
  return fields
}

export const lowerKeys = (fields: Fields): Fields =>
  new Map([...fields].map(([name, value]) => [name.toLowerCase(), lowerInside(value)]))

const lowerInside = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowerInside)
  const map = value instanceof Date ? null : asMap(value)
  return map === null ? value : Object.fromEntries(lowerKeys(map))
}
