// Writes down in _data/site.yaml what else lives at the site's host, as the command stated it.

import { join } from 'node:path'
import { dataFiles } from '../domain/site-paths.ts'
import { exists, readText, replaceFile } from '../system/files.ts'
import { addElsewhere } from './add-elsewhere.ts'

/** What is left to say of it in the report. */
export const keepElsewhere = (site: string, paths: readonly string[]): readonly string[] => {
  const path = join(site, dataFiles.site)
  const text = paths.length === 0 || !exists(path) ? null : readText(path)
  if (text === null) return []
  const written = addElsewhere(text, paths)
  if (written === null)
    return [`Could not add to ${dataFiles.site}; write there: elsewhere: [${paths.join(', ')}]`]
  if (written !== text) replaceFile(path, written)
  return []
}
