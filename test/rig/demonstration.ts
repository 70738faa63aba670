// The demonstration newsroom, in a temporary folder: it has every kind of story.

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../src/domain/instant.ts'
import { createSite, projectRoot, type SiteFolder } from './site-folder.ts'

/** When the demonstration is built in tests: 2026-01-01T00:00:00Z. */
export const afterEverything = Date.UTC(2026, 0, 1) as Instant

export const createDemonstration = (): SiteFolder => {
  const site = createSite()
  for (const folder of ['content', '_data']) {
    site.remove(folder)
    cpSync(join(projectRoot, folder), join(site.root, folder), { recursive: true })
  }
  return site
}
