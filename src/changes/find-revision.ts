// Which commit is meant: by a revision that somebody typed, or by the instant of a publish.

import { join } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { contentFolder } from '../domain/site-paths.ts'
import { isBelowGit } from './git-archive.ts'
import { runGit, startGit } from './run-git.ts'

/**
 * The commit at which this branch left `revision`: what was committed there since is nobody's edit here. Fails with a plain
 * sentence that says what to do. `revision` is what somebody typed.
 */
export const findRevision = async (root: string, revision: string): Promise<Result<string, string>> => {
  if (!isRevision(revision)) return failure(`“${revision}” names no revision; ${example}`)
  const refusal = await whyNoGit(root)
  if (refusal !== null) return failure(refusal)
  const commit = await commitOf(root, revision)
  const isShallow = await isShallowClone(root)
  if (commit === null) return failure(isShallow ? shallow(revision) : unknown(revision))
  const base = await runGit(join(root, contentFolder), ['merge-base', commit, 'HEAD'])
  if (base === null && isShallow) return failure(shallow(revision))
  return success(base?.trim() ?? commit)
}

/** What begins with a hyphen is an option to git. */
const isRevision = (typed: string): boolean => /^[^-\s\p{Cc}][^\p{Cc}]*$/u.test(typed)

export const commitOf = async (root: string, revision: string): Promise<string | null> => {
  const printed = await runGit(join(root, contentFolder), [
    'rev-parse',
    '--verify',
    '--quiet',
    `${revision}^{commit}`,
  ])
  return /^[0-9a-f]+\n$/.test(printed ?? '') ? (printed?.trim() ?? null) : null
}

/** The commit that was checked out at an instant, as far as their times say; null when all are younger. */
export const commitAt = async (root: string, instant: Instant): Promise<string | null> => {
  const seconds = Math.floor(instant / 1000)
  const printed = await runGit(join(root, contentFolder), [
    'rev-list',
    '-1',
    '--first-parent',
    `--before=@${seconds}`,
    'HEAD',
  ])
  return printed?.trim() || null
}

/** When it was made; null when git does not know. */
export const timeOfCommit = async (root: string, commit: string): Promise<Instant | null> => {
  const printed = await runGit(join(root, contentFolder), ['show', '-s', '--format=%ct', commit])
  return printed === null ? null : ((Number(printed) * 1000) as Instant)
}

/** Whether somebody has written something in content/ that was never committed. */
export const hasUntracked = async (root: string): Promise<boolean> => {
  const others = ['ls-files', '--others', '--exclude-standard', '-z', '--', '*.md']
  return Boolean(await runGit(join(root, contentFolder), others))
}

export const isShallowClone = async (root: string): Promise<boolean> =>
  (await runGit(join(root, contentFolder), ['rev-parse', '--is-shallow-repository']))?.trim() === 'true'

/** Null when git answers for content/. */
export const whyNoGit = async (root: string): Promise<string | null> => {
  const folder = join(root, contentFolder)
  if (!isBelowGit(folder)) return `${contentFolder}/ is in no git repository`
  const { status, words } = await startGit(folder, ['rev-parse', '--git-dir'])
  if (status === 0) return null
  if (status === null) return 'git cannot be started here; install it'
  return `git does not answer: ${words.trim().split('\n')[0] ?? ''}`
}

const example = 'write a branch, a tag or a commit, such as --against=origin/main'

const shallow = (revision: string): string =>
  `git has only the newest commits here, and “${revision}” or where this branch left it is not among them; fetch all of them: git fetch --unshallow, in GitHub Actions “fetch-depth: 0” for actions/checkout, in GitLab “GIT_DEPTH: 0”`

const unknown = (revision: string): string =>
  `git knows no revision “${revision}” here; look for it by git log --all, or fetch it: git fetch origin`
