// A folder that gets only what changed is emptied each time: it must be none of the site's own, by whatever path.

import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import { siteFolders } from '../domain/site-paths.ts'
import { shownPath } from './disk.ts'

/** Besides those that a newsroom edits. */
const others = ['.dateline', '.git', '_site', 'node_modules', 'scripts']

/**
 * Throws a plain line at the root of the site, a folder around it, one of its own folders or one inside these, and at
 * whatever belongs to git. `root` and `folder` are absolute; `folder` need not be there.
 */
export const refuseOwnFolder = (root: string, folder: string): void => {
  const target = realPath(folder)
  const refuse = (what: string) => {
    throw new CalledWrongly(
      `${shownPath(folder)} ${what}, and all in it would be replaced; name a folder that has no other use, such as --changes-only=out`,
    )
  }
  const parts = target.split(/[\\/]/).map(part => part.toLowerCase())
  if (parts.includes('.git')) refuse('belongs to git')
  if (isIn(target, realPath(root))) refuse('holds the site itself')
  for (const name of [...siteFolders, ...others]) {
    const own = realPath(join(root, name))
    if (isIn(own, target))
      refuse(own === target ? 'is the site’s own' : `is inside ${name}/, which is the site’s own`)
    if (isIn(target, own)) refuse(`holds ${name}/, which is the site’s own`)
  }
}

/** Also of what is not there yet: the way to it may lead over links. */
const realPath = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    const around = dirname(resolve(path))
    return around === path ? path : join(realPath(around), basename(path))
  }
}

/** `inner` is `outer` itself, or below it. Letter case counts for nothing: on some disks it does not. */
const isIn = (outer: string, inner: string): boolean => {
  const way = relative(outer.toLowerCase(), inner.toLowerCase())
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way)
}
