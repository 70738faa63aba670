// Front matter that a Jekyll site's configuration gives to all files of a folder or a kind.

import picomatch from 'picomatch'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'

export type DefaultSet = {
  readonly path: string
  /** "posts", "pages" or a collection; null for all. */
  readonly type: string | null
  readonly values: Fields
  /** Whether a path of the archive lies in its scope. */
  readonly holds: (path: string) => boolean
}

/** One without a map of values says nothing. */
export const readDefaultSets = (value: unknown): readonly DefaultSet[] =>
  (Array.isArray(value) ? value : []).flatMap(set => {
    const values = asMap(asMap(set)?.get('values'))
    if (values === null) return []
    const scope = asMap(asMap(set)?.get('scope'))
    const path = (asText(scope?.get('path')) ?? '').replace(/^\/|(?<=[^/])\/$/g, '')
    const type = asText(scope?.get('type'))
    return [{ path, type: type?.replace(/^(page|post|draft)$/, '$1s') ?? null, values, holds: holder(path) }]
  })

/** A path with `*` means what lies below each file or folder of that name; any other is the beginning of a path. */
const holder = (scope: string): ((path: string) => boolean) => {
  if (!scope.includes('*')) return path => path.startsWith(scope)
  const isMatch = picomatch(scope, { noextglob: true })
  return path => foldersAndFile(path).some(each => isMatch(each))
}

/** "a/b/c.md" → "a", "a/b", "a/b/c.md". */
export const foldersAndFile = (path: string): readonly string[] => {
  const steps = path.split('/')
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'))
}

/** Where two sets name a field, the longer path wins, then the one that names a type, then the later one. */
export const defaultsFor = (
  sets: readonly DefaultSet[],
  path: string,
  type: string,
  collectionsFolder: string,
): Fields => {
  const inCollections = collectionsFolder === '' ? path : path.replace(`${collectionsFolder}/`, '')
  let fields: Fields = new Map()
  let before: DefaultSet | null = null
  for (const set of sets) {
    if (set.type !== null && set.type !== type) continue
    if (!set.holds(path) && !set.holds(inCollections)) continue
    const wins = before === null || outranks(set, before)
    fields = wins ? merged(fields, set.values) : merged(set.values, fields)
    if (wins) before = set
  }
  return fields
}

const outranks = (set: DefaultSet, before: DefaultSet): boolean =>
  set.path.length === before.path.length
    ? set.type !== null || before.type === null
    : set.path.length > before.path.length

/** Maps are merged, all else is replaced. */
export const merged = (below: Fields, above: Fields): Fields => {
  const fields = new Map(below)
  for (const [name, value] of above) {
    const [under, over] = [asMap(fields.get(name)), asMap(value)]
    fields.set(name, under && over ? Object.fromEntries(merged(under, over)) : value)
  }
  return fields
}
