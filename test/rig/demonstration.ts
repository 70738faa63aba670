// The demonstration newsroom, in a temporary folder: it has every kind of story.

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../src/domain/instant.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from './site-folder.ts'

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

/** In a process of its own. What stands in `_site/` afterwards. */
export const buildDemonstration = (site: SiteFolder): Files => {
  const { status, stdout, stderr } = site.run('build', `--now=${new Date(afterEverything).toISOString()}`)
  if (status !== 0) throw new Error(stdout + stderr)
  return site.snapshot('_site')
}
