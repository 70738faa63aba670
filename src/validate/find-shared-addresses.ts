// Two stories, or a story and an alias, at one address: what readers have stays, and the newcomer is to blame.

import type { Instant } from '../domain/instant.ts'
import { stateAt } from '../domain/lifecycle.ts'
import { errorAt, type Fault, type Problem } from '../domain/problem.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import type { LocateField, UnchangedStories } from './unchanged-stories.ts'

/** Letter case does not tell addresses apart. `now`: null where nobody asks whether a story is out. */
export const findSharedAddresses = (
  stories: readonly Story[],
  rest: UnchangedStories,
  now: Instant | null,
  locate: LocateField,
): readonly Problem[] => {
  const rankOf = rankAt(rest, now)
  const inTurn = stories.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || one.date - other.date || (one.file < other.file ? -1 : 1),
  )
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  const blame = ({ file, url }: Pick<Story, 'file' | 'url'>, owner: string, alias?: string) => {
    const location = alias === undefined ? locate(file, 'slug') : locate(file, 'aliases', alias)
    problems.push(errorAt(location, taken(alias ?? url, owner, adviceFor(file, owner, alias))))
  }
  const claim = (story: Story, url: string, alias?: string) => {
    const address = addressKey(url)
    const known = rest.ownerOf(address)
    const owner = owners.get(address) ?? known
    const before = owner === undefined || owner === story.file ? undefined : rest.story(owner)
    if (before && owner === known && rankOf(story) < rankOf(before) && addressKey(before.url) === address) {
      owners.set(address, story.file)
      blame(before, story.file)
    } else if (owner === undefined) owners.set(address, story.file)
    else blame(story, owner, alias)
  }
  for (const story of inTurn) claim(story, story.url)
  for (const story of inTurn) for (const alias of story.aliases) claim(story, aliasUrl(alias), alias)
  return problems
}

/** The lowest keeps its address: of what readers have, of what is new to them, held, a draft. */
const rankAt =
  ({ wasOut }: UnchangedStories, now: Instant | null) =>
  (story: Story): number => {
    if (wasOut(story)) return 0
    const state = now === null ? (story.draft ? 'draft' : 'live') : stateAt(story, now)
    return state === 'draft' ? 3 : state === 'held' ? 2 : 1
  }

const taken = (url: string, owner: string, hint: string): Fault => ({
  code: 'url-taken',
  message: `${url} is already the address of ${owner}`,
  hint,
})

/** The other may have it by its slug or among its aliases. */
const adviceFor = (file: string, owner: string, alias: string | undefined): string => {
  if (owner === file) return 'remove this alias: the story stands there already'
  if (owner === redirectsFile)
    return 'remove the row there: the story stands at that address, or leads on from it'
  return alias === undefined
    ? 'give one of the two another slug; where the other has it as an alias, remove it there'
    : 'remove this alias, or give the other story another slug'
}
