// The demonstration newsroom, in a temporary folder: it has every kind of story.

import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../src/domain/instant.ts'
import { picturesFolder } from '../../src/pictures/picture-cache.ts'
import { buildInProcess } from './build-in-process.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from './site-folder.ts'

/** When the demonstration is built in tests: 2026-01-01T00:00:00Z. */
export const afterEverything = Date.UTC(2026, 0, 1) as Instant

/** `where` is the folder's parent. */
export const createDemonstration = (where?: string): SiteFolder => {
  const site = createSite({}, where)
  for (const folder of ['content', '_data']) {
    site.remove(folder)
    cpSync(join(projectRoot, folder), join(site.root, folder), { recursive: true })
  }
  copyPictures(projectRoot, site.root)
  return site
}

/** Its pictures take seconds to encode: once is enough for all tests of all runs. */
export const keepPictures = ({ root }: SiteFolder): void => copyPictures(root, projectRoot)

const copyPictures = (from: string, to: string): void => {
  const kept = join(from, picturesFolder)
  if (existsSync(kept)) cpSync(kept, join(to, picturesFolder), { recursive: true, force: false })
}

/** What stands in `_site/` afterwards. */
export const buildDemonstration = async (site: SiteFolder): Promise<Files> => {
  const files = await buildInProcess(site, afterEverything)
  keepPictures(site)
  return files
}
