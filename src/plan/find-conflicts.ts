// Two things at one place: an old address that a section has taken since, a static file or a plain page where a page goes.

import type { PlainPage } from '../domain/newsroom.ts'
import { locationOfFile, type Problem } from '../domain/problem.ts'
import { isStatic, pathInStatic } from '../domain/site-paths.ts'
import { isIndexFile, searchFolder } from '../store/bundle.ts'
import { type Made, type Output, outputKey, outputPathOf } from '../store/output.ts'
import type { Plan } from './plan.ts'

type Claim = { readonly output: string; readonly what: string; readonly file: string | null }

export type Neighbourhood = {
  readonly plainPages: readonly PlainPage[]
  /** What is published at an output path. */
  readonly published: (output: string) => Output | undefined
  /** Something published below this output path, as if it were a folder. */
  readonly publishedBelow: (output: string) => Output | undefined
}

/** Letter case does not tell places apart: some disks ignore it. */
export const findConflicts = (
  { pages, copies, vacated, templates }: Plan,
  { plainPages, published, publishedBelow }: Neighbourhood,
): readonly Problem[] => {
  const claims: readonly Claim[] = [
    ...copies.map(({ from, to }) => ({ output: to, what: nameOfCopy(from), file: from })),
    ...plainPages.map(({ title, url }) => ({
      output: outputPathOf(url),
      what: `the page “${title}”`,
      file: null,
    })),
    ...pages.map(({ output, kind, url, file }) => ({ output, what: nameOfPage(kind, url), file })),
  ]
  const gone = new Set(vacated.map(outputKey))
  // What templates make is known when they have been made again; the checks look at it then.
  const isGone = ({ path, made }: Output) =>
    gone.has(outputKey(path)) || (made.by === 'template' && templates.length > 0)
  const stays = (output: Output | undefined): Claim | undefined =>
    output === undefined || isGone(output) ? undefined : claimOf(output)
  const owners = new Map<string, Claim>()
  const folders = new Map<string, Claim>()
  for (const claim of claims) for (const folder of foldersOf(claim.output)) folders.set(folder, claim)
  return claims.flatMap((claim): Problem[] => {
    const key = outputKey(claim.output)
    const owner =
      owners.get(key) ??
      folders.get(key) ??
      otherThan(claim, stays(published(claim.output))) ??
      (isIndexFile(claim.output) ? searchIndex : undefined) ??
      stays(publishedBelow(claim.output)) ??
      foldersOf(claim.output)
        .map(folder => stays(published(folder)))
        .find(found => found !== undefined)
    if (!owners.has(key)) owners.set(key, claim)
    return owner === undefined ? [] : [conflict(owner, claim)]
  })
}

const searchIndex: Claim = { output: searchFolder, what: 'the search index', file: null }

const nameOfCopy = (from: string): string =>
  isStatic(from) ? `the file ${pathInStatic(from)}` : `the picture ${from}`

const nameOfPage = (kind: string, url: string): string => `the ${kind} page ${url}`

const claimOf = ({ path, made }: Output): Claim => ({ output: path, ...ownerOf(made, path) })

const ownerOf = (made: Made, path: string): Omit<Claim, 'output'> => {
  if (made.by === 'page') return { what: nameOfPage(made.kind, made.url), file: made.file }
  if (made.by === 'copy') return { what: nameOfCopy(made.from), file: made.from }
  return { what: `the page ${made.url ?? path}`, file: null }
}

/** What a page of the newsroom's own made last time is no other thing than the same page now. */
const otherThan = (claim: Claim, owner: Claim | undefined): Claim | undefined =>
  owner === undefined || owner.what === claim.what || isOwnTemplate(owner, claim) ? undefined : owner

const isOwnTemplate = (owner: Claim, claim: Claim): boolean =>
  owner.file === null && claim.file === null && owner.output === claim.output

/** "a/b/c.html" → "a", "a/b" */
const foldersOf = (output: string): readonly string[] => {
  const key = outputKey(output)
  return [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index))
}

const conflict = (owner: Claim, claim: Claim): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `${owner.what} and ${claim.what} would stand at one place`,
  hint: 'remove the alias or the static file, or give the story another slug',
  location: locationOfFile(owner.file ?? claim.file ?? `_site/${claim.output}`),
})
