// How messages name a file: as seen from the folder where the command runs.

import { isAbsolute, join, relative } from 'node:path'

/** "_site/world/index.html"; the whole path of what lies elsewhere. */
export const shownPath = (folder: string, file = ''): string => {
  const path = join(folder, file)
  const near = relative(process.cwd(), path)
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near.replaceAll('\\', '/')
}
