// The tables in a JSON file of Ghost: of an export of any version, or what Ghost's API gives.

import { join } from 'node:path'
import { readPart, readText } from '../../../system/files.ts'
import { asMap, type Fields } from '../../fields/read-fields.ts'
import type { Archive } from '../archive.ts'

/** Whether a file is an export, by its content. */
export const isGhostExport = (archive: Archive, file: string): boolean => {
  if (!/\.json$/i.test(file)) return false
  const head = readPart(join(archive.root, file), 0, 4096)
    .toString()
    .replace(/^\ufeff/, '')
  if (/^\s*\{\s*"db"\s*:\s*\[/.test(head)) return true
  return /^\s*\{\s*"(?:meta|data|posts)"\s*:/.test(head) && readTables(archive, file) !== null
}

const parsed = new WeakMap<Archive, Map<string, unknown>>()

/** Undefined for what is no JSON. */
const parse = (archive: Archive, file: string): unknown => {
  const values = parsed.get(archive) ?? new Map<string, unknown>()
  parsed.set(archive, values)
  if (values.has(file)) return values.get(file)
  const value = parseJson(archive, file)
  values.set(file, value)
  return value
}

/** Not by the archive, which would keep the text beside its data. */
const parseJson = ({ root }: Archive, file: string): unknown => {
  try {
    return JSON.parse(readText(join(root, file)) ?? '')
  } catch {
    return undefined
  }
}

/** Null for a file that is none. */
export const readTables = (archive: Archive, file: string): readonly Tables[] | null =>
  tablesIn(parse(archive, file))

type Tables = { readonly data: Fields; readonly isPublicByNature: boolean }

/** `{db: [{data}]}`, `{data}` of the first versions, and `{posts}` of the API. */
const tablesIn = (value: unknown): readonly Tables[] | null => {
  const top = asMap(value)
  const databases = top?.get('db')
  const found = Array.isArray(databases)
    ? databases.map(database => asMap(asMap(database)?.get('data')))
    : [asMap(top?.get('data')), top]
  const tables = found.filter(data => data !== null).filter(data => rows(data, 'posts').some(isPost))
  const isPaged = asMap(asMap(top?.get('meta'))?.get('pagination')) !== null
  if (tables.length > 0) return tables.map(data => ({ data, isPublicByNature: isPaged }))
  // An export without a post is one all the same.
  return Array.isArray(databases) ? [] : null
}

const isPost = (row: Fields): boolean =>
  row.has('slug') && ['html', 'lexical', 'mobiledoc', 'markdown', 'status'].some(name => row.has(name))

export const rows = (data: Fields, table: string): readonly Fields[] => {
  const value = data.get(table)
  if (!Array.isArray(value)) return []
  return value
    .map(asMap)
    .filter(row => row !== null)
    .map(row => {
      const inside = asMap(row.get('data'))
      return inside === null ? row : new Map([...inside, ['url', row.get('url')]])
    })
}
