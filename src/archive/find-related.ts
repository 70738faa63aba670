// Which earlier stories stand below a story: those of its series, then those that share its rarest topics.
//
// The choice goes by the story and by what came before it, so that a newer one changes no page of an older one. It looks at
// the newest of each of its topics before it and no further, in the rows of listings: it costs the same in any archive, and
// what comes or goes is looked at by the few stories that follow it in its topics (`laterStories`).

import { monthOf } from '../domain/instant.ts'
import { nameOfListing } from '../domain/listing.ts'
import type { Story } from '../domain/story.ts'
import { type ListedStory, newestFirst } from '../store/listed.ts'
import type { Tables } from '../store/tables.ts'

/** So many stories of each topic before a story are looked at. */
export const mostLookedAt = 20

const year = 365 * 24 * 3_600_000

type Found = { readonly entry: ListedStory; readonly isOfSeries: boolean; score: number }

/** The best first; of a story that is listed. The part before it in its series is not among them: its page names it anyway. */
export const earlierRelated = (tables: Tables, story: Story): readonly ListedStory[] => {
  const [before, ...parts] = story.series === null ? [] : olderThan(tables, seriesOf(story.series), story)
  const found = new Map<string, Found>(
    parts.map(entry => [entry.file, { entry, isOfSeries: true, score: 0 }]),
  )
  for (const tag of story.tags) {
    const older = olderThan(tables, topicOf(tag), story)
    const weight = 1 / Math.log2(1 + sizeOf(older, story))
    for (const entry of older) {
      const known = found.get(entry.file) ?? { entry, isOfSeries: false, score: 0 }
      known.score += weight
      found.set(entry.file, known)
    }
  }
  if (before) found.delete(before.file)
  return [...found.values()].sort(bestFirst).map(({ entry }) => entry)
}

/** The stories whose related ones may include this one, or do so no more when it goes. */
export const laterStories = (tables: Tables, story: Story): readonly ListedStory[] => {
  const names = [...story.tags.map(topicOf), ...(story.series === null ? [] : [seriesOf(story.series)])]
  return names.flatMap(name => newerThan(tables, name, story))
}

const seriesOf = (key: string): string => nameOfListing({ of: 'series', key })

const topicOf = (key: string): string => nameOfListing({ of: 'topic', key })

const bestFirst = (one: Found, other: Found): number =>
  Number(other.isOfSeries) - Number(one.isOfSeries) ||
  (one.isOfSeries ? 0 : other.score - one.score) ||
  newestFirst(one.entry, other.entry)

/** How many stories a topic has; of one that has more than are looked at, how many a year at its pace. */
const sizeOf = (older: readonly ListedStory[], { date }: Story): number => {
  const oldest = older.at(-1)
  if (oldest === undefined || older.length < mostLookedAt) return Math.max(1, older.length)
  return mostLookedAt * Math.max(1, year / Math.max(1, date - oldest.date))
}

/** In a listing, the nearest first. None for a story that does not stand there. */
const olderThan = (tables: Tables, name: string, story: Story): readonly ListedStory[] => {
  const { entries, at, months, index, entriesIn } = standingOf(tables, name, story)
  const older = at === -1 ? [] : entries.slice(at + 1, at + 1 + mostLookedAt)
  for (const month of at === -1 ? [] : months.slice(index + 1)) {
    if (older.length >= mostLookedAt) break
    older.push(...entriesIn(month).slice(0, mostLookedAt - older.length))
  }
  return older
}

/** In no order. */
const newerThan = (tables: Tables, name: string, story: Story): readonly ListedStory[] => {
  const { entries, at, months, index, entriesIn } = standingOf(tables, name, story)
  const newer = at === -1 ? [] : entries.slice(Math.max(0, at - mostLookedAt), at)
  for (let next = index - 1; at !== -1 && next >= 0 && newer.length < mostLookedAt; next -= 1)
    newer.push(...entriesIn(months[next]).slice(newer.length - mostLookedAt))
  return newer
}

const standingOf = (tables: Tables, name: string, { file, day }: Story) => {
  const entriesIn = (month: string | undefined) => tables.get('entries', `${name} ${month}`) ?? []
  const month = monthOf(day)
  const entries = entriesIn(month)
  const months = (tables.get('months', name) ?? []).map(summary => summary.month)
  const at = entries.findIndex(entry => entry.file === file)
  return { entries, at, months, index: months.indexOf(month), entriesIn }
}
