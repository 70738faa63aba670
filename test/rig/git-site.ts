// The site of a test as a git repository.

import { gitEnvironment } from '../changes/changing-site.ts'
import type { SiteFolder } from './site-folder.ts'

/** Runs git there and gives what it prints. `time` (RFC 3339): when a commit is made. */
export const gitIn = (
  site: SiteFolder,
  args: readonly string[],
  time = '2024-10-24T12:00:00+05:30',
): string => {
  const dates = { GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time }
  const { status, stdout, stderr } = site.spawn('git', args, { ...gitEnvironment, ...dates })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

/** Commits all that the newsroom has written. */
export const commitIn = (site: SiteFolder, time?: string): string => {
  gitIn(site, ['init', '--quiet', '--template=', '--initial-branch=main'])
  gitIn(site, ['add', '--all', 'content', '_data'])
  gitIn(site, ['commit', '--quiet', '--allow-empty', '--message', 'Publish'], time)
  return gitIn(site, ['rev-parse', 'HEAD'])
}
