// A file with problems that goes no further than its last published version, so that they stop nobody else.

import { isError, type Problem } from './problem.ts'
import { isAmongStories, isCurated, isMarkdownPage, isStatic } from './site-paths.ts'

export type KeptBack = {
  /** A story, a bulletin, a front, a page of the newsroom's own, a file that stories show, or one of content/static/. */
  readonly file: string
  /**
   * What readers get meanwhile. `last`: its last published version. `nothing`: they never had one. `ahead`: nothing, and
   * nothing is due yet, as it is a draft, or its time is still to come.
   */
  readonly shown: 'last' | 'nothing' | 'ahead'
  /** Of the page that shows its last version; null without one. */
  readonly url: string | null
  readonly problems: readonly Problem[]
}

/** The problems found in each file that is asked to stay back. */
export type AskedBack = ReadonlyMap<string, readonly Problem[]>

export const nobodyAsked: AskedBack = new Map()

/** Pages of the newsroom's own that stay back: the text that takes the place of the file's; null for none. */
export type KeptPages = ReadonlyMap<string, string | null>

export const noKeptPages: KeptPages = new Map()

/** Readers get no version of it. */
export const isMissing = ({ shown }: KeptBack): boolean => shown !== 'last'

/** Readers should have it, or its latest version, by now. */
export const isDue = ({ shown }: KeptBack): boolean => shown !== 'ahead'

/** Problems in a draft stop nobody, and nobody misses it yet. */
export const problemsOfKept = ({ shown, problems }: KeptBack): readonly Problem[] =>
  shown === 'ahead' ? problems.map(problem => ({ ...problem, severity: 'warning' as const })) : problems

/** A link of a last version that leads nowhere by now: readers have it on their page, whatever else is published. */
export const isOfLastVersion = (
  { code, location, madeFrom }: Problem,
  keptBack: readonly KeptBack[],
): boolean =>
  code === brokenLink &&
  keptBack.some(({ file, shown }) => shown === 'last' && file === (madeFrom ?? location.file))

/** The code of a link that leads nowhere. */
export const brokenLink = 'link-broken'

/**
 * Those of `asked` and all that `problems` are to be blamed on; null when one of them is of something that all pages are made
 * of, or of a file that was asked back before: then nothing can be published.
 */
export const askBack = (asked: AskedBack, problems: readonly Problem[]): AskedBack | null => {
  const blamed = new Map(asked)
  for (const problem of problems.filter(isError)) {
    const file = fileToBlame(problem)
    if (file === null || asked.has(file)) return null
    for (const each of new Set([file, ...(problem.keepsToo ?? [])]))
      blamed.set(each, [...(blamed.get(each) ?? []), problem])
  }
  return blamed.size === asked.size ? null : blamed
}

const fileToBlame = ({ location: { file }, madeFrom }: Problem): string | null => {
  const blamed = madeFrom ?? file
  return [isAmongStories, isCurated, isMarkdownPage, isStatic].some(isOf => isOf(blamed)) ? blamed : null
}
