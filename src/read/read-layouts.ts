// Reads _includes/: layouts, their parts and the stylesheets.

import { join } from 'node:path'
import { listFiles, readText } from '../system/files.ts'

export const readLayouts = (root: string): ReadonlyMap<string, string> =>
  new Map(
    listFiles(root, '_includes').map(file => [
      file.slice('_includes/'.length),
      readText(join(root, file)) ?? '',
    ]),
  )
