// Fields of an archive under the names that they have here, as the command or the old site's settings say.

import { asTexts, type Fields, foldName } from './read-fields.ts'

/** `names`: the old name to the new one. Lists that come under one name are joined. */
export const renameFields = (fields: Fields, names: ReadonlyMap<string, string>): Fields => {
  if (names.size === 0) return fields
  const renamed = new Map(fields)
  for (const [from, to] of names) {
    const old = [...renamed.keys()].find(name => foldName(name) === foldName(from))
    if (old === undefined || foldName(from) === foldName(to)) continue
    const value = renamed.get(old)
    renamed.delete(old)
    const there = [...renamed.keys()].find(name => foldName(name) === foldName(to)) ?? to
    const isList = Array.isArray(value) && renamed.has(there)
    renamed.set(there, isList ? [...asTexts(renamed.get(there), /\s*,\s*/), ...asTexts(value, null)] : value)
  }
  return renamed
}
