// The files that the watcher saw, as a build wants them named: a file that is gone by now is looked for in its folder.

import { dirname, join } from 'node:path'
import { isHidden, isSitePath } from '../domain/site-paths.ts'
import { exists } from '../system/files.ts'

/** `seen` and the names are relative to `root`. Files that are no part of the site are left out. */
export const namesOfChanges = (root: string, seen: Iterable<string>): readonly string[] => {
  const names = [...seen].filter(file => isSitePath(file) && !isHidden(file)).map(file => nearest(root, file))
  return [...new Set(names)].sort()
}

const nearest = (root: string, path: string): string =>
  path === '.' || exists(join(root, path)) ? path : nearest(root, dirname(path))
