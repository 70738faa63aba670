// Files that are packed into an archive and are secret by their names: passwords, keys, what version control keeps.

import { findLeftBehind } from '../domain/left-behind.ts'

/** In words for an editor. */
export const secretsAmong = (names: readonly string[]): readonly string[] => {
  const found = new Set(
    names.flatMap(name => {
      const left = findLeftBehind(name)
      return left?.owner === 'secret' || left?.owner === 'version-control' ? [left.top] : []
    }),
  )
  return found.size === 0 ? [] : [`what is hardly meant for them: ${[...found].slice(0, 3).join(', ')}`]
}
