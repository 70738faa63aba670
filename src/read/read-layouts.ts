// Reads _includes/: layouts, their parts and the stylesheets.

import { join } from 'node:path'
import { layoutFolder, layoutOfFile } from '../domain/site-paths.ts'
import { listFiles, readText } from '../system/files.ts'

export const readLayouts = (root: string): ReadonlyMap<string, string> =>
  new Map(listFiles(root, layoutFolder).map(file => [layoutOfFile(file), readText(join(root, file)) ?? '']))
