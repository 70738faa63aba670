// What readers see become of stories from one publish to the next: those that went live, changed, moved and went.

import { asOf, stateAt } from '../domain/lifecycle.ts'
import { type ChangeKind, gravestFirst, type SeenChange } from '../domain/seen-change.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { modifiedAt, type Story } from '../domain/story.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { StoryChange } from './index-stories.ts'

/** `before`, `after`: the viewpoints of both publishes. The gravest first, then the newest. */
export const seenChanges = (
  changes: readonly StoryChange[],
  before: Viewpoint,
  after: Viewpoint,
): readonly SeenChange[] => {
  const seen = withRenamed(changes.map(change => ({ ...change, ...versionsOf(change, before, after) })))
  return seen
    .flatMap(({ file, was, is }) => {
      const kinds = kindsOf(was, is)
      const { title = '', url = '', date = 0 } = is?.story ?? was?.story ?? {}
      const movedFrom = kinds.includes('moved') ? (was?.story.url ?? null) : null
      return kinds.length === 0 ? [] : [{ date, change: { file, title, url, movedFrom, kinds } }]
    })
    .sort((one, other) => gravestFirst(one.change, other.change) || other.date - one.date)
    .map(({ change }) => change)
}

/** What readers have of a story. */
type Version = { readonly state: 'live' | 'withdrawn'; readonly story: Story }

type Seen = { readonly file: string; readonly was: Version | null; readonly is: Version | null }

const versionsOf = (
  { before: old, after: story }: StoryChange,
  before: Viewpoint,
  after: Viewpoint,
): Omit<Seen, 'file'> => ({ was: versionAt(old, before), is: versionAt(story, after) })

const versionAt = (story: Story | null, { now }: Viewpoint): Version | null => {
  const state = story && stateAt(story, now)
  return story !== null && (state === 'live' || state === 'withdrawn')
    ? { state, story: asOf(story, now) }
    : null
}

/** A file that got another name, or another folder: its story is not gone where another file has its address. */
const withRenamed = (seen: readonly Seen[]): readonly Seen[] => {
  const gone = new Map(seen.flatMap(each => (each.was && !each.is ? [[each.was.story.url, each]] : [])))
  if (gone.size === 0) return seen
  const joined = seen.map(each => {
    if (each.was !== null || each.is === null) return each
    const { url, aliases } = each.is.story
    const old = [url, ...aliases.map(aliasUrl)].find(address => gone.has(address))
    const renamed = old === undefined ? undefined : gone.get(old)
    if (old === undefined || renamed === undefined) return each
    gone.delete(old)
    return { ...each, was: renamed.was }
  })
  const left = new Set(gone.values())
  return joined.filter(each => each.is !== null || each.was === null || left.has(each))
}

const kindsOf = (was: Version | null, is: Version | null): readonly ChangeKind[] => {
  if (is === null) return was === null ? [] : ['gone']
  if (is.state === 'withdrawn' && was?.state !== 'withdrawn') return ['withdrawn']
  if (was === null || was.state !== is.state) return ['live']
  const moved = was.story.url === is.story.url ? [] : (['moved'] as const)
  const said = is.state === 'live' ? saidOf(was.story, is.story) : []
  if (said.length > 0) return [...moved, ...said]
  return isSame(was.story, is.story) ? moved : [...moved, 'changed']
}

/** What the story itself says of its change. */
const saidOf = (was: Story, is: Story): readonly ChangeKind[] => {
  const known = new Set(was.corrections.map(({ date, text }) => `${date} ${text}`))
  const isCorrected = is.corrections.some(({ date, text }) => !known.has(`${date} ${text}`))
  const withoutCorrections = (story: Story) => modifiedAt({ ...story, corrections: [] })
  const isUpdated = withoutCorrections(is) > withoutCorrections(was)
  return [...(isCorrected ? (['corrected'] as const) : []), ...(isUpdated ? (['updated'] as const) : [])]
}

/** All that readers see of a story, but for its address and what goes with it. */
const shown = [
  ...(['title', 'kicker', 'summary', 'authors', 'tags', 'series', 'language', 'dateline'] as const),
  ...(['source', 'urgency', 'image', 'corrections', 'withdrawn', 'live', 'entries', 'pictures'] as const),
  ...(['media', 'date', 'updated', 'bodyDigest'] as const),
] as const

const isSame = (one: Story, other: Story): boolean =>
  shown.every(name => one[name] === other[name] || JSON.stringify(one[name]) === JSON.stringify(other[name]))
