// Stories that leave their addresses with a publish, or come back to them: no file says so afterwards, so it is remembered.

import type { Content } from '../archive/content.ts'
import { releaseOf, stateAt } from '../domain/lifecycle.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import type { Departure } from '../store/listed.ts'
import type { Tables } from '../store/tables.ts'

/** Of a story that readers had: null when it is where it was. */
export const departureOf = ({ id, file, url }: Story, { tables, viewpoint }: Content): Departure | null => {
  const { now } = viewpoint
  const own = outAt(tables.get('stories', file), now)
  if (own?.url === url) return null
  const claimants = (tables.get('claims', addressKey(url)) ?? []).map(each => tables.get('stories', each))
  const heir = own ?? claimants.find(story => outAt(story, now) !== undefined)
  // Another story at its address is not where it went.
  const to = heir === undefined ? targetOf(url, tables) : heir.url === url ? null : heir.url
  return { at: now, type: to === null ? 'removed' : 'moved', id, url, to }
}

/** By a row of _data/redirects.yaml; null where it says that it is gone. */
export const targetOf = (url: string, tables: Tables): string | null =>
  (tables.get('redirects', 'all') ?? []).find(({ path }) => addressKey(aliasUrl(path)) === addressKey(url))
    ?.to ?? null

const outAt = (story: Story | undefined, now: Content['viewpoint']['now']): Story | undefined =>
  story !== undefined && ['live', 'withdrawn'].includes(stateAt(story, now)) ? story : undefined

/** Of stories that are out now and were not: those that had been removed from where they are. */
const returns = (
  { stories, tables, viewpoint }: Content,
  before: readonly Departure[],
): readonly Departure[] => {
  const last = new Map(before.toReversed().map(departure => [departure.url, departure]))
  if (last.size === 0) return []
  return stories.flatMap(({ file }): readonly Departure[] => {
    const story = outAt(tables.get('stories', file), viewpoint.now)
    const gone = story && last.get(story.url)
    // A story with a later release is one that was added then.
    return story && gone?.type === 'removed' && releaseOf(story) <= gone.at
      ? [{ at: viewpoint.now, type: 'returned', id: story.id, url: story.url, to: null }]
      : []
  })
}

/** `last`: the tables of the last publish, which a full build leaves behind but for this. */
export const keepDepartures = (content: Content, found: readonly Departure[], last: Tables): void => {
  const before = last.get('departures', 'all') ?? []
  const all = [...found, ...returns(content, before)].sort((one, other) => (one.url < other.url ? -1 : 1))
  const isKept = all.length > 0 || (content.before === null && before.length > 0)
  if (isKept) content.tables.set('departures', 'all', [...all, ...before])
}
