// What git knows of the archive folders. All is asked in content/, which may be a repository of its own.

import { dirname, join } from 'node:path'
import { archiveFolders, contentFolder, isHidden, nameOf, pathBelow } from '../domain/site-paths.ts'
import { presentTime } from '../system/clock.ts'
import { exists } from '../system/files.ts'
import { runGit } from './run-git.ts'

export type Repository = {
  /** The commit that is checked out. */
  readonly commit: string
  /** From the top of the work tree to content/: "" or with a slash at the end. */
  readonly prefix: string
}

/** Both null where there is no git: to start it takes longer than to look whether it could find anything. */
export type AskedGit = {
  /** The machine's time just before git was asked, in ms. */
  readonly present: number
  readonly repository: Promise<Repository | null>
  readonly status: Promise<GitStatus | null>
}

/** Git looks at the disk while this process does other things. */
export const askGit = (root: string): AskedGit => {
  const present = presentTime()
  const nothing = Promise.resolve(null)
  if (!isBelowGit(join(root, contentFolder))) return { present, repository: nothing, status: nothing }
  const repository = findRepository(root)
  return { present, repository, status: askStatus(root, repository) }
}

/** null when nothing was committed yet. */
const findRepository = async (root: string): Promise<Repository | null> => {
  const printed = await runGit(join(root, contentFolder), [
    'rev-parse',
    '--show-prefix',
    '--verify',
    'HEAD^{commit}',
  ])
  const [, prefix, commit] = /^(.*)\n([0-9a-f]+)\n$/s.exec(printed ?? '') ?? []
  return prefix === undefined || commit === undefined ? null : { prefix, commit }
}

export const isBelowGit = (folder: string): boolean =>
  exists(join(folder, '.git')) || (dirname(folder) !== folder && isBelowGit(dirname(folder)))

export type GitStatus = {
  /** Where the disk differs from the commit, with what git does not keep: files, and folders as a whole. */
  readonly paths: readonly string[]
  /** Nothing differs but files that are no inputs. Files git was told not to look at (`skip-worktree`) count as equal. */
  readonly isClean: boolean
}

/** null when git cannot say. */
const askStatus = async (root: string, repository: AskedGit['repository']): Promise<GitStatus | null> => {
  const flags = ['--porcelain', '-z', '--untracked-files=all', '--ignored=matching', '--no-renames']
  const printed = await runGit(join(root, contentFolder), [
    'status',
    ...flags,
    '--ignore-submodules=none',
    ...paths,
  ])
  // Each is two letters, a space, and a path from the top.
  const fromTop = entriesOf(printed)?.map(entry => entry.slice(3))
  // Where a folder above is left out, git says no more than that.
  const prefix = (await repository)?.prefix
  if (prefix === undefined || !fromTop?.every(path => path.startsWith(prefix))) return null
  const differing = fromTop.map(path => pathBelow(contentFolder, path.slice(prefix.length)))
  // A folder ends with a slash. One that looks hidden may hold stories.
  return { paths: differing.map(path => path.replace(/\/$/, '')), isClean: differing.every(isHidden) }
}

export type CommitDifference = { readonly file: string; readonly isRemoved: boolean }

/** The files that differ between two commits; null when git does not know one of them. */
export const askDifference = async (
  root: string,
  from: string,
  to: string,
): Promise<readonly CommitDifference[] | null> => {
  if (from === to) return []
  if (!/^[0-9a-f]+$/.test(from)) return null
  const flags = ['-r', '-z', '--name-status', '--no-renames', '--relative']
  const entries = entriesOf(
    await runGit(join(root, contentFolder), ['diff-tree', ...flags, from, to, ...paths]),
  )
  // A letter, then a path from content/, by turns.
  const letters = entries?.filter((_, index) => index % 2 === 0)
  return (
    letters?.map((letter, index) => ({
      file: pathBelow(contentFolder, entries?.[2 * index + 1] ?? ''),
      isRemoved: letter === 'D',
    })) ?? null
  )
}

const paths = ['--', ...archiveFolders.map(folder => nameOf(folder))]

export const entriesOf = (printed: string | null): readonly string[] | undefined =>
  printed?.split('\0').filter(entry => entry !== '')
