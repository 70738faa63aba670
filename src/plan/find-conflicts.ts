// Two files for one address: an old address that a section has taken since, a static file or a plain page where a page goes.

import { areaElsewhere, takesArea } from '../domain/elsewhere.ts'
import { isKeptForGood } from '../domain/file-kinds.ts'
import type { PlainPage } from '../domain/newsroom.ts'
import { errorAt, type Location, locationOfFile, type Problem } from '../domain/problem.ts'
import { addresses } from '../domain/site-addresses.ts'
import { folderOf, isMarkdownPage, isStatic, pathInStatic, redirectsFile } from '../domain/site-paths.ts'
import { goneMark } from '../pages/kinds/redirect.ts'
import { withdrawnMark } from '../pages/kinds/withdrawn-mark.ts'
import { isIndexFile, searchFolder } from '../store/bundle.ts'
import { type Made, type Output, outputKey, outputPathOf } from '../store/output.ts'
import { adviseConflict, type Contender } from './advise-conflict.ts'
import type { Plan } from './plan.ts'

type Occupant = Contender & {
  readonly output: string
  /** Its name holds a digest of its content. */
  readonly isHashed?: boolean
  /** By it servers see that a story was withdrawn. */
  readonly isMark?: boolean
}

export type Neighbourhood = {
  /** What else lives at the site's host. */
  readonly elsewhere: readonly string[]
  readonly plainPages: readonly PlainPage[]
  /** What is published at an output path. */
  readonly published: (output: string) => Output | undefined
  /** Something published below this output path, as if it were a folder. */
  readonly publishedBelow: (output: string) => Output | undefined
}

/** Letter case makes no difference: some disks ignore it. */
export const findConflicts = (
  { pages, copies, vacated, templates }: Plan,
  { elsewhere, plainPages, published, publishedBelow }: Neighbourhood,
): readonly Problem[] => {
  const claimants: readonly Occupant[] = [
    ...copies.map(({ from, to }) => ({
      output: to,
      ...contenderOfCopy(from),
      isHashed: !isAsItIs(from, to),
    })),
    ...plainPages.map(({ title, url, file }) => ({
      output: outputPathOf(url),
      kind: 'template',
      name: `the page “${title}”`,
      file,
    })),
    ...pages.map(({ output, kind, url, file }) => ({
      output,
      kind,
      name: nameOfPage(kind, url),
      file,
      isMark: kind === withdrawnMark.name || kind === goneMark.name,
    })),
  ]
  const gone = new Set(vacated.map(outputKey))
  // What templates make is known when they have been made again; the checks look at it then.
  const isGone = ({ path, made }: Output) =>
    gone.has(outputKey(path)) || (made.by === 'template' && templates.length > 0)
  const stays = (output: Output | undefined): Occupant | undefined =>
    output === undefined || isGone(output) ? undefined : occupantOf(output)
  const owners = new Map<string, Occupant>()
  const folders = new Map<string, Occupant>()
  for (const claimant of claimants)
    for (const folder of foldersOf(claimant.output)) folders.set(folder, claimant)
  const reported = new Set<string>()
  /** Each of two that stand in each other's way finds the other. */
  const conflictOnce = (owner: Occupant, claimant: Occupant): Problem[] => {
    const pair = [owner.name, claimant.name].sort().join('\n')
    if (reported.has(pair)) return []
    reported.add(pair)
    return [conflict(owner, claimant)]
  }
  return claimants.flatMap((claimant): Problem[] => {
    const key = outputKey(claimant.output)
    const owner =
      owners.get(key) ??
      folders.get(key) ??
      otherThan(claimant, stays(published(claimant.output))) ??
      (isIndexFile(claimant.output) ? searchIndex : undefined) ??
      stays(publishedBelow(claimant.output)) ??
      foldersOf(claimant.output)
        .map(folder => stays(published(folder)))
        .find(found => found !== undefined)
    if (!owners.has(key)) owners.set(key, claimant)
    if (owner !== undefined) return conflictOnce(owner, claimant)
    if (isAmongMarks(claimant.output) && !claimant.isMark) return [amongMarks(claimant)]
    const area = areaElsewhere(claimant.output, elsewhere)
    if (area !== null) return [errorAt(locationOf(claimant), takesArea(claimant.name, area))]
    return isKeptForGood(claimant.output) && !claimant.isHashed ? [keptForGood(claimant)] : []
  })
}

/** Letter case makes no difference here either. */
const isAmongMarks = (output: string): boolean => outputKey(output).startsWith(addresses.withdrawn.slice(1))

const searchIndex: Occupant = {
  output: searchFolder,
  kind: 'search-index',
  name: 'the search index',
  file: null,
}

const contenderOfCopy = (from: string): Contender =>
  isStatic(from)
    ? { kind: 'static', name: `the file ${pathInStatic(from)}`, file: from }
    : { kind: 'picture', name: `the picture ${from}`, file: from }

/** A static file under its own name. */
const isAsItIs = (from: string, to: string): boolean => isStatic(from) && pathInStatic(from) === to

const nameOfPage = (kind: string, url: string): string => `the ${kind} page ${url}`

const occupantOf = ({ path, made }: Output): Occupant => ({ output: path, ...ownerOf(made, path) })

const ownerOf = (made: Made, path: string): Omit<Occupant, 'output'> => {
  if (made.by === 'page') return { kind: made.kind, name: nameOfPage(made.kind, made.url), file: made.file }
  if (made.by === 'copy') return contenderOfCopy(made.from)
  return { kind: 'template', name: `the page ${made.url ?? path}`, file: null }
}

/** What a page of the newsroom's own made last time is no other thing than the same page now. */
const otherThan = (claimant: Occupant, owner: Occupant | undefined): Occupant | undefined =>
  owner === undefined || owner.name === claimant.name || isOwnTemplate(owner, claimant) ? undefined : owner

const isOwnTemplate = (owner: Occupant, claimant: Occupant): boolean =>
  owner.kind === claimant.kind && owner.kind === 'template' && owner.output === claimant.output

/** "a/b/c.html" → "a", "a/b" */
const foldersOf = (output: string): readonly string[] => {
  const key = outputKey(output)
  return [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index))
}

/** Nobody knows which of two was there first: where both are of files, both stay as they were. */
const conflict = (owner: Occupant, claimant: Occupant): Problem => {
  const both = [owner, claimant]
  const located = both.find(({ file }) => file === redirectsFile) ?? ownerOrClaimant(owner, claimant)
  const pages = both.flatMap(({ file }) => (file !== null && isMarkdownPage(file) ? [file] : []))
  return {
    code: 'url-taken',
    severity: 'error',
    message: `${owner.name} and ${claimant.name} would have the same address`,
    hint: adviseConflict(owner, claimant),
    location: locationOf(located),
    ...(pages.length > 0 && { keepsToo: pages }),
  }
}

const ownerOrClaimant = (owner: Occupant, claimant: Occupant): Occupant =>
  owner.file === null || (claimant.file !== null && isMarkdownPage(owner.file)) ? claimant : owner

const locationOf = ({ output, file }: Occupant): Location => locationOfFile(file ?? `_site/${output}`)

const keptForGood = (occupant: Occupant): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `browsers would keep ${occupant.name} for a year, whatever becomes of it: they never ask again for what stands in ${folderOf(occupant.output)}/`,
  hint: 'give it another place: the site itself fills that folder, with names that change with the content',
  location: locationOf(occupant),
})

const amongMarks = (occupant: Occupant): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `${occupant.name} stands in ${addresses.withdrawn}, where each file tells servers that a story was withdrawn: they could answer 410 for a story that was not`,
  hint: 'give it another place',
  location: locationOf(occupant),
})
