// No path may lead out of the published folder, whoever wrote it down.

import { isAbsolute } from 'node:path'

/** Throws a plain line at the first of them that is not a place inside a folder. */
export const refuseOutside = (files: readonly string[]): void => {
  const wrong = files.find(leadsOut)
  if (wrong === undefined) return
  throw new Error(
    `${JSON.stringify(wrong)} is no place inside the site; give the file a path without "..", "\\" and empty parts`,
  )
}

const leadsOut = (file: string): boolean =>
  isAbsolute(file) || /[\\\0]/.test(file) || file.split('/').some(part => ['', '.', '..'].includes(part))
