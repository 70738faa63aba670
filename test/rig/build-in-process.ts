// A build without a new process, for tests that look at what it did, or try many newsrooms.

import type { BuildRequest } from '../../src/changes/find-changes.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { printProblems } from '../../src/domain/print-problems.ts'
import type { Problem } from '../../src/domain/problem.ts'
import type { Result } from '../../src/domain/result.ts'
import { forgetLastBuild } from '../../src/eleventy/forget-last-build.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/publish.ts'
import { forReaders } from '../../src/store/edition.ts'
import { listFiles } from '../../src/system/files.ts'
import type { Files, SiteFolder } from './site-folder.ts'

/** What is asked for besides the instant. */
type Asked = Partial<BuildRequest> & {
  /** A folder that gets only what changed. */
  readonly into?: string
}

export const attemptBuild = async (
  site: SiteFolder,
  now: Instant,
  { into, ...call }: Asked = {},
): Promise<Result<Built, readonly Problem[]>> => {
  const before = process.cwd()
  process.chdir(site.root)
  try {
    await forgetLastBuild(templatesOf(site))
    const all = {
      root: site.root,
      now,
      edition: forReaders,
      named: null,
      isAll: false,
      isStrict: true,
      losesAddresses: true,
      editsSilently: true,
      ...call,
    }
    return await build(all, () => {}, into)
  } finally {
    process.chdir(before)
  }
}

/** Eleventy remembers them from build to build. */
const templatesOf = ({ root }: SiteFolder): readonly string[] =>
  listFiles(root, 'content').filter(file => !file.startsWith('content/stories/'))

/** Throws with the problems when the newsroom is not sound. */
export const publishInProcess = async (site: SiteFolder, now: Instant, call: Asked = {}): Promise<Built> => {
  const built = await attemptBuild(site, now, call)
  if (!built.ok) throw new Error(printProblems(built.fault))
  return built.value
}

/** What stands in `_site/` afterwards. */
export const buildInProcess = async (site: SiteFolder, now: Instant): Promise<Files> => {
  await publishInProcess(site, now)
  return site.snapshot('_site')
}
