// Which input files differ from those of the last publish: by the names somebody gives, by git, or by a walk.

import { isInArchive } from '../domain/site-paths.ts'
import type { FoundChanges } from '../store/file-change.ts'
import { type KnownMarks, marksOf } from '../store/file-mark.ts'
import type { Comparison, FolderFinding } from './compare-folder.ts'
import { comparePaths } from './compare-paths.ts'
import { compareArchive, compareSite } from './compare-tree.ts'
import { createFindStats } from './find-place.ts'
import { gather } from './gather.ts'
import {
  type AskedGit,
  askDifference,
  askGit,
  type GitStatus,
  type Listed,
  type Repository,
} from './git-archive.ts'
import { namedInputs } from './named-inputs.ts'

type Call = {
  readonly root: string
  readonly known: KnownMarks
  /** Files or folders, absolute or relative to `root`; null: find them. */
  readonly named: readonly string[] | null
  /** Whether `named` are all that there are; else what is outside of the archive folders is looked at as well. */
  readonly isWatched?: boolean
  /** The `commit` that was found for the last publish. */
  readonly lastCommit: string | null
  /** The machine's time before the call and before git was asked, in ms, whatever instant the site is built for. */
  readonly present: number
  /** What git was asked ahead of the call. */
  readonly git?: AskedGit | undefined
}

/**
 * Files outside of the archive folders are few, and looked at unless a watcher would have named them. Throws a plain message for a name that means
 * nothing and for a file that cannot be read.
 */
export const findChanges = async (call: Call): Promise<FoundChanges> => {
  const { root, named, lastCommit } = call
  if (named !== null) return byNames(call, named)
  const { status, repository: asked } = call.git ?? askGit(root)
  const repository = await asked
  if (repository === null) return byWalk(call)
  const listed = lastCommit === null ? null : await askDifference(root, lastCommit, repository.commit)
  const byGit = listed && (await compareListed(call, repository, listed, status))
  return byGit ?? byWalk(call, repository, status)
}

const byNames = async (call: Call, named: readonly string[]): Promise<FoundChanges> => {
  const comparison = startFew(call)
  const find = createFindStats(call.root)
  const paths = namedInputs(call.root, comparison.marks, find, named)
  const site = call.isWatched && named.every(isInArchive) ? [] : compareSite(comparison)
  return gather([...site, ...comparePaths(comparison, find, paths)], null)
}

/** The last publish was of a commit: only what git lists can differ. null when the disk is not as git says. */
const compareListed = async (
  call: Call,
  { commit }: Repository,
  listed: readonly Listed[],
  status: Promise<GitStatus | null>,
): Promise<FoundChanges | null> => {
  const now = await status
  if (now === null) return null
  const find = createFindStats(call.root)
  const differing = new Set(now.places)
  const isOdd = ({ file, isRemoved }: Listed) => !isRemoved && !differing.has(file) && find(file) === null
  if (listed.some(isOdd)) return null
  const comparison = startFew(call)
  const archive = comparePaths(comparison, find, [...listed.map(({ file }) => file), ...now.places])
  const equal = isEqual(now, archive, call.present) ? commit : null
  return gather([...compareSite(comparison), ...archive], equal)
}

const byWalk = async (
  call: Call,
  repository: Repository | null = null,
  status: Promise<GitStatus | null> | null = null,
): Promise<FoundChanges> => {
  const { root, known, present } = call
  const comparison = { root, marks: marksOf(await known.all()), present }
  const site = compareSite(comparison)
  const archive = compareArchive(comparison)
  const isCommit = repository !== null && isEqual(await status, archive, present)
  return gather([...site, ...archive], isCommit ? repository.commit : null)
}

/** For looking up a few files. */
const startFew = ({ root, known, present }: Call): Comparison => ({ root, marks: known, present })

/** The disk's clock ticks about so often, in ms: what was written after `present` may seem that much older. */
const tick = 10

/**
 * Whether what was found is what git has checked out. Not if a file was changed since `present`: git may have looked
 * before, and if the file is then restored, git would never list it.
 */
const isEqual = (status: GitStatus | null, archive: readonly FolderFinding[], present: number): boolean =>
  status?.isClean === true && archive.every(({ newest }) => newest < present - tick)
