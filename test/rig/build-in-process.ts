// A build without a new process, for properties that try many newsrooms.

import { build } from '../../src/build.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import type { Files, SiteFolder } from './site-folder.ts'

/** What stands in `_site/` afterwards. Throws with the problems when the newsroom is not sound. */
export const buildInProcess = async (site: SiteFolder, now: Instant): Promise<Files> => {
  const before = process.cwd()
  process.chdir(site.root)
  try {
    const built = await build(site.root, now, () => {})
    if (!built.ok) throw new Error(printProblems(built.fault))
    return site.snapshot('_site')
  } finally {
    process.chdir(before)
  }
}
