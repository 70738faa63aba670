// All that is wrong with the content as it is, and with what it would change of a revision that readers have.

import type { BuildRequest } from '../changes/find-changes.ts'
import { findRevision } from '../changes/find-revision.ts'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import { askBack, nobodyAsked } from '../domain/kept-back.ts'
import { isError, type Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import { isBulletin, isMarkdownPage, isStory } from '../domain/site-paths.ts'
import type { PlannedBuild } from '../plan/planned-build.ts'
import { undisturbed } from '../plan/standing.ts'
import { noLastSite } from '../store/last-site.ts'
import { isOfPublished } from './against-published.ts'
import { planBuild } from './build.ts'
import { faultsOfThen } from './faults-of-then.ts'
import type { Published } from './published.ts'
import { publishedInGit } from './published-in-git.ts'

export type Checked = {
  readonly planned: Result<PlannedBuild, readonly Problem[]>
  readonly problems: readonly Problem[]
  /** The commit that it was held against; null without one. */
  readonly commit: string | null
}

/** `revision`: as somebody typed it; null for none. Throws a plain line where git knows no such revision. */
export const checkAgainst = async (request: BuildRequest, revision: string | null): Promise<Checked> => {
  const commit = revision === null ? null : await commitOrThrow(request.root, revision)
  const published = commit === null ? null : await publishedInGit(request.root, commit, request.now)
  const planned = await planBuild(request, noLastSite(), undisturbed, null, null, published)
  if (planned.ok && commit !== null && published === null)
    throw new Error(
      `git cannot read the files of commit ${commit.slice(0, 10)}; fetch them all: git fetch --refetch`,
    )
  const problems = planned.ok ? planned.value.warnings : planned.fault
  const more = planned.ok || published === null ? [] : await findMore(request, published, planned.fault)
  return {
    planned,
    commit,
    problems: await withOldOnesAsWarnings(request.root, commit, [...more, ...problems]),
  }
}

/** Nobody has to mend what others left in files that the branch leaves alone: else one mistake stops all branches. */
const withOldOnesAsWarnings = async (
  root: string,
  commit: string | null,
  problems: readonly Problem[],
): Promise<readonly Problem[]> => {
  const wrong = problems.filter(each => isError(each) && isOfFile(each.location.file))
  if (commit === null || wrong.length === 0) return problems
  const before = await faultsOfThen(root, commit, [...new Set(wrong.map(({ location }) => location.file))])
  return problems.map(problem =>
    before.get(problem.location.file)?.includes(problem.code)
      ? {
          ...problem,
          severity: 'warning',
          message: `${problem.message} (as it was before this branch, so it is a warning here)`,
        }
      : problem,
  )
}

const isOfFile = (file: string): boolean => isStory(file) || isBulletin(file) || isMarkdownPage(file)

/** What the stories without other problems would change. */
const findMore = async (
  request: BuildRequest,
  published: Published,
  faults: readonly Problem[],
): Promise<readonly Problem[]> => {
  if (faults.some(isOfPublished)) return []
  const asked = askBack(nobodyAsked, faults)
  if (asked === null) return []
  const rest = await planBuild(request, noLastSite(), undisturbed, null, asked, published)
  const found = rest.ok ? rest.value.warnings : rest.fault
  return found.filter(each => isOfPublished(each) && !asked.has(each.location.file))
}

const commitOrThrow = async (root: string, revision: string): Promise<string> => {
  const found = await findRevision(root, revision)
  if (!found.ok) throw new CalledWrongly(`--against: ${found.fault}`)
  return found.value
}
