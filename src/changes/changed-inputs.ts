// Which input files differ from those of the last publish: by the names somebody gives, by git, or by a walk.
//
// By names: `--changed`, or the preview's watcher. By git: the files that differ from the commit of the last
// publish, and those that `git status` lists. By a walk: sizes and times first, contents where these differ.

import { isInArchive } from '../domain/site-paths.ts'
import { type KnownMarks, marksOf } from '../store/file-mark.ts'
import type { InputChanges } from '../store/input-changes.ts'
import type { Comparison, FolderFinding } from './compare-folder.ts'
import { compareArchive, comparePaths, compareSite } from './compare-tree.ts'
import {
  type AskedGit,
  askDifference,
  askGit,
  type CommitDifference,
  type GitStatus,
  type Repository,
} from './git-archive.ts'
import { createFindStats } from './input-disk.ts'
import { namedInputs } from './named-inputs.ts'

type InputsCall = {
  readonly root: string
  readonly known: KnownMarks
  /** Files or folders, absolute or relative to `root`; null: find them. */
  readonly named: readonly string[] | null
  /** Whether `named` are all changes; else the files outside of the archive folders are compared as well. */
  readonly isWatched?: boolean
  /** The `commit` that was found for the last publish. */
  readonly lastCommit: string | null
  /** The machine's time before the call and before git was asked, in ms, whatever instant the site is built for. */
  readonly present: number
  /** What git was asked ahead of the call. */
  readonly git?: AskedGit | undefined
}

/**
 * Files outside of the archive folders are few, and looked at unless a watcher would have named them. Throws a plain line
 * for a name that means nothing and for a file that cannot be read.
 */
export const findChangedInputs = async (call: InputsCall): Promise<InputChanges> => {
  const { root, named, lastCommit } = call
  if (named !== null) return byNames(call, named)
  const { status, repository: asked } = call.git ?? askGit(root)
  const repository = await asked
  if (repository === null) return byWalk(call)
  const listed = lastCommit === null ? null : await askDifference(root, lastCommit, repository.commit)
  const found = listed && (await byGit(call, repository, listed, status))
  return found ?? byWalk(call, repository, status)
}

const byNames = async (call: InputsCall, named: readonly string[]): Promise<InputChanges> => {
  const comparison = startFew(call)
  const find = createFindStats(call.root)
  const paths = namedInputs(call.root, comparison.marks, find, named)
  const site = call.isWatched && named.every(isInArchive) ? [] : compareSite(comparison)
  return gather([...site, ...comparePaths(comparison, find, paths)], null)
}

/** The last publish was of a commit: only files that git lists can differ. null when the disk is not as git says. */
const byGit = async (
  call: InputsCall,
  { commit }: Repository,
  listed: readonly CommitDifference[],
  status: Promise<GitStatus | null>,
): Promise<InputChanges | null> => {
  const now = await status
  if (now === null) return null
  const find = createFindStats(call.root)
  const differing = new Set(now.paths)
  const isOdd = ({ file, isRemoved }: CommitDifference) =>
    !isRemoved && !differing.has(file) && find(file) === null
  if (listed.some(isOdd)) return null
  const comparison = startFew(call)
  const archive = comparePaths(comparison, find, [...listed.map(({ file }) => file), ...now.paths])
  return gather(
    [...compareSite(comparison), ...archive],
    isCheckedOut(now, archive, call.present) ? commit : null,
  )
}

const byWalk = async (
  call: InputsCall,
  repository: Repository | null = null,
  status: Promise<GitStatus | null> | null = null,
): Promise<InputChanges> => {
  const { root, known, present } = call
  const comparison = { root, marks: marksOf(await known.all()), present }
  const site = compareSite(comparison)
  const archive = compareArchive(comparison)
  const isCommit = repository !== null && isCheckedOut(await status, archive, present)
  return gather([...site, ...archive], isCommit ? repository.commit : null)
}

/** For looking up a few files. */
const startFew = ({ root, known, present }: InputsCall): Comparison => ({ root, marks: known, present })

/** The disk's clock ticks about so often, in ms: what was written after `present` may seem that much older. */
const tick = 10

/**
 * Whether the files found are those that git has checked out. Not if a file was changed since `present`: git may have looked
 * before, and if the file is then restored, git would never list it.
 */
const isCheckedOut = (
  status: GitStatus | null,
  archive: readonly FolderFinding[],
  present: number,
): boolean => status?.isClean === true && archive.every(({ newest }) => newest < present - tick)

/** The findings of single folders as one. */
const gather = (findings: readonly FolderFinding[], commit: string | null): InputChanges => ({
  changes: findings.flatMap(({ changes }) => changes).sort((one, other) => (one.file < other.file ? -1 : 1)),
  marks: new Map(findings.flatMap(({ folder, marks }) => (marks === undefined ? [] : [[folder, marks]]))),
  commit,
  links: findings.flatMap(({ links }) => links).sort(),
  specials: findings.flatMap(({ specials }) => specials).sort(),
  leftBehind: [...new Set(findings.flatMap(({ leftBehind }) => leftBehind))].sort(),
})
