// What readers have where the record of the last publish is lost, as in CI without a cache: git knows what was published.

import { join } from 'node:path'
import type { BuildRequest } from '../changes/find-changes.ts'
import {
  commitAt,
  commitOf,
  hasUntracked,
  isShallowClone,
  timeOfCommit,
  whyNoGit,
} from '../changes/find-revision.ts'
import { readRevision } from '../changes/read-revision.ts'
import { readers } from '../domain/audience.ts'
import type { Instant } from '../domain/instant.ts'
import { type ChangesFile, readChanges } from '../publish/write-changes.ts'
import type { LastSite } from '../store/last-site.ts'
import { exists } from '../system/files.ts'
import { parseInstant } from '../time/parse-instant.ts'
import { type Published, publishedByStore } from './published.ts'
import { publishedInGit } from './published-in-git.ts'

export type FoundPublished = {
  readonly published: Published | null
  /** Said in the report: what addresses and edits are held against; null where it is the last publish. */
  readonly note: string | null
}

/** Asks git only where there is no record, and somebody wants to know. */
export const findPublished = async (request: BuildRequest, lastSite: LastSite): Promise<FoundPublished> => {
  const published = publishedByStore(lastSite)
  const { losesAddresses = false, editsSilently = false, edition } = request
  const isAsked = edition.audience.name === readers.name && !(losesAddresses && editsSilently)
  if (published !== null || !isAsked) return { published, note: null }
  const isLost = wasPublished(request, lastSite)
  const found = await commitOfPublish(request)
  if (typeof found === 'string') return nothingKnown(found, isLost)
  const inGit = await publishedInGit(request.root, found.commit, found.at)
  if (inGit === null) return nothingKnown(`git cannot read ${nameOf(found)}`, isLost)
  return {
    published: inGit,
    note: `addresses and edits: held against ${nameOf(found)}${isLost ? ', as the record of the last publish is not there' : ''}`,
  }
}

/** Whether something is left of an earlier publish: whoever builds for the first time has lost nothing. */
const wasPublished = ({ root, edition }: BuildRequest, { lossReason }: LastSite): boolean =>
  lossReason !== null ||
  [join(edition.state, 'changes.json'), edition.published].some(path => exists(join(root, path)))

type PublishedCommit = { readonly commit: string; readonly at: Instant; readonly name: string }

const nameOf = ({ commit, name }: PublishedCommit): string => `commit ${commit.slice(0, 10)} (${name})`

const nothingKnown = (reason: string, isLost: boolean): FoundPublished => ({
  published: null,
  note: isLost
    ? `addresses and edits: held against nothing, as the record of the last publish is not there, and ${reason}; keep .dateline/ from build to build (in CI: cache it)`
    : `first publish here: nothing to hold addresses and edits against yet, as ${reason}`,
})

/** The sentence says why there is none. */
const commitOfPublish = async ({ root, now, edition }: BuildRequest): Promise<PublishedCommit | string> => {
  const refusal = await whyNoGit(root)
  if (refusal !== null) return refusal
  const head = await commitOf(root, 'HEAD')
  if (head === null) return 'nothing was committed yet'
  const last = lastInstant(join(root, edition.state, 'changes.json'))
  const then = last === null || last > now ? null : await commitAt(root, last)
  if (last !== null && then !== null)
    return { commit: then, at: last, name: 'as of the last publish in .dateline/changes.json' }
  const revision = await readRevision(root, head)
  if (revision === null || revision.differing.size > 0 || (await hasUntracked(root)))
    return { commit: head, at: now, name: 'the last one, before what is not committed' }
  const parent = await commitOf(root, 'HEAD^')
  if (parent !== null) {
    // Its stories were the latest until the next commit came.
    const until = (await timeOfCommit(root, head)) ?? now
    const at = Math.min(until, now) as Instant
    return { commit: parent, at, name: 'the one before the last' }
  }
  return (await isShallowClone(root))
    ? 'git has only the newest commit here (fetch more of them: in GitHub Actions “fetch-depth: 0” for actions/checkout, in GitLab “GIT_DEPTH: 0”)'
    : 'this is the first commit'
}

/** Null without the file, and where it is none that Dateline wrote. */
const lastInstant = (path: string): Instant | null => {
  try {
    const written: Partial<ChangesFile> = exists(path) ? readChanges(path) : {}
    const at = parseInstant(written.now, 'UTC')
    return at.ok ? at.value : null
  } catch {
    return null
  }
}
