// What is about to be published, held against what readers have: no address is lost, nothing changes in silence, and times
// are those at which stories came.

import type { Content } from '../archive/content.ts'
import type { BuildRequest } from '../changes/find-changes.ts'
import { readers } from '../domain/audience.ts'
import { isMissing } from '../domain/kept-back.ts'
import { type State, stateAt } from '../domain/lifecycle.ts'
import type { Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import type { Plan } from '../plan/plan.ts'
import type { Departure } from '../store/listed.ts'
import { silentCode } from '../validate/edits/find-silent-edit.ts'
import { departureOf } from './departures.ts'
import { foldLost } from './fold-lost.ts'
import { lostCode } from './handed-over.ts'
import { type LostAddress, lostAddressesOf } from './lost-addresses.ts'
import { lostPagesOf } from './lost-pages.ts'
import { lostAddressesOfSite } from './lost-site-addresses.ts'
import type { Published } from './published.ts'
import { successorOf } from './same-story.ts'
import { silentEditOf } from './silent-edits.ts'
import { findTimesOfRelease } from './times-of-release.ts'

type HeldAgainst = {
  readonly problems: readonly Problem[]
  /** Stories that leave their addresses. */
  readonly departures: readonly Departure[]
}

/**
 * Costs the stories that changed; of a full build, a look at each that was published. Nothing for other audiences than readers,
 * nor where the clock was set back: there stories are only not out yet. `published`: null where nobody knows.
 */
export const holdAgainstPublished = async (
  { losesAddresses = false, editsSilently = false }: BuildRequest,
  content: Content,
  published: Published | null,
): Promise<HeldAgainst> => {
  const { before, stories, keptBack } = content
  if (published === null || !areComparable(content, published)) return { problems: [], departures: [] }
  // Why these are not there is told already, and nothing is left of them to show.
  const missing = new Set(keptBack.filter(isMissing).map(({ file }) => file))
  const lost: LostAddress[] = []
  const silent: Problem[] = []
  const departures: Departure[] = []
  const states = new Map<string, State>()
  const compare = (story: Story) => {
    const state = stateAt(story, published.viewpoint.now)
    states.set(story.file, state)
    const successor = successorOf(story, content, published)
    if (successor !== undefined) states.set(successor.file, state)
    if (state !== 'live' && state !== 'withdrawn') return
    const departure = departureOf(story, content)
    if (departure !== null) departures.push(departure)
    if (!losesAddresses && !missing.has(story.file)) lost.push(...lostAddressesOf(story, content, published))
    if (!editsSilently && state === 'live') silent.push(...silentEditOf(story, content, published))
  }
  if (before === null) for await (const story of published.stories()) compare(story)
  else
    for (const { file } of stories) {
      const story = published.tables.get('stories', file)
      if (story !== undefined) compare(story)
    }
  // Git names only the stories that differ: of the others nobody would know that they were there.
  const times = published.isRecord ? findTimesOfRelease(content, file => states.get(file)) : []
  const pages = losesAddresses ? [] : lostPagesOf(content, published)
  return { problems: [...foldLost(lost), ...pages, ...silent, ...times], departures }
}

/** The same of what the site itself has: what it makes now is known when it is planned. */
export const holdSiteAgainstPublished = (
  { losesAddresses = false }: BuildRequest,
  content: Content,
  plan: Plan,
  published: Published | null,
): readonly Problem[] =>
  losesAddresses || published === null || !areComparable(content, published)
    ? []
    : lostAddressesOfSite(content, plan, published)

const areComparable = ({ viewpoint }: Content, published: Published): boolean =>
  viewpoint.now >= published.viewpoint.now &&
  [published.viewpoint, viewpoint].every(({ audience }) => audience.name === readers.name)

/** Whether a problem was found by that. */
export const isOfPublished = ({ code }: Problem): boolean => code === lostCode || code === silentCode
