// The pattern of an archive's old addresses, as the links in its bodies show it.

import type { AddressedStory } from './address-index.ts'
import { foldPath } from './old-address.ts'
import { pathOnHosts } from './old-hosts.ts'
import { commonPatterns, expandPattern } from './url-pattern.ts'

type LinkingStory = {
  readonly address: AddressedStory
  /** Paths on the old site that it links to. */
  readonly linkedPaths: readonly string[]
}

/** The pattern that most links in the archive follow; `usual` when none follows another. */
export const choosePattern = (
  stories: readonly LinkingStory[],
  usual: string,
): { readonly pattern: string; readonly remark: string } => {
  const targets = stories.flatMap(({ linkedPaths }) => linkedPaths).map(foldPath)
  const hitsOf = (pattern: string) => {
    const known = new Set(stories.map(({ address }) => foldPath(expandPattern(pattern, address))))
    return targets.filter(target => known.has(target)).length
  }
  const { pattern, hits } = [usual, ...commonPatterns]
    .map(pattern => ({ pattern, hits: hitsOf(pattern) }))
    .reduce((best, next) => (next.hits > best.hits ? next : best))
  const reason =
    pattern === usual
      ? 'the default of the generator; to use another pattern, add --permalink'
      : `as ${hits} links in the archive lead there`
  return { pattern, remark: `Old addresses follow the pattern ${pattern}, ${reason}` }
}

/** Paths on the old site that links of a body lead to. */
export const linkedPathsIn = (body: string, hosts: ReadonlySet<string>): readonly string[] =>
  [...body.matchAll(/\]\(\s*<?([^)\s>]+)/g)]
    .map(([, url = '']) => pathOnHosts(url, hosts) ?? '')
    .filter(path => path.startsWith('/'))
