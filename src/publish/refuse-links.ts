// What a link in the published folder leads to is not ours: writing through it could fill or empty any folder.

import { join } from 'node:path'
import { foldersOf } from './folders-of.ts'
import { shownPath } from './shown-path.ts'
import { standsAt } from './stands-at.ts'

/** Throws a plain line when a link stands on the way to one of the files. `published` itself may be one. */
export const refuseLinks = (published: string, files: readonly string[]): void => {
  for (const folder of new Set(files.flatMap(foldersOf))) {
    if (!standsAt(join(published, folder))?.isSymbolicLink()) continue
    throw new Error(`${shownPath(published, folder)} is a link to somewhere else; remove it and build again`)
  }
}
