// A feed, a sitemap or a list of changes has what was planned, in its order, with the times of its last changes.

import type { Instant } from '../../domain/instant.ts'
import type { DrawnPage } from '../../pages/planned-page.ts'
import { rfc822, rfc3339 } from '../../time/wire-time.ts'
import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { notAsPlanned } from './plan-fault.ts'

/** What stands in a run: the address in full, and the time that stands with it. */
export type Listed = {
  readonly url: string
  readonly lastChange?: string | undefined
  readonly offset: number
}

type Planned = { readonly url: string; readonly lastChange?: Instant | null }

type RunData = {
  readonly feed?: { readonly lastChange: Instant | null; readonly items: readonly Planned[] }
  readonly entries?: readonly Planned[]
  readonly sitemaps?: readonly Planned[]
  readonly news?: readonly Planned[]
  readonly pictured?: readonly Planned[]
  readonly events?: readonly { readonly url: string; readonly at: Instant }[]
}

export const checkRun = (
  page: DrawnPage,
  listed: readonly Listed[],
  { origin, zone }: { readonly origin: string; readonly zone: string },
): readonly PageFault[] => {
  const { feed, entries, sitemaps, news, pictured, events } = page.data as RunData
  const changes = events?.map(({ url, at }): Planned => ({ url, lastChange: at }))
  const planned = feed?.items ?? entries ?? sitemaps ?? news ?? pictured ?? changes
  if (planned === undefined) return []
  const wanted = planned.map(({ url, lastChange }) => ({
    url: new URL(url, origin).href,
    lastChange: typeof lastChange === 'number' ? rfc3339(lastChange, zone) : undefined,
  }))
  const wrong = listed.findIndex(
    ({ url, lastChange }, at) => url !== wanted[at]?.url || lastChange !== wanted[at].lastChange,
  )
  const found = listed[wrong]
  if (found) {
    const said = wanted[wrong] ? describe(wanted[wrong]) : 'nothing more'
    return [notAsPlanned(`${describe(found)} stands here, where ${said} belongs`, found.offset)]
  }
  return listed.length === wanted.length
    ? []
    : [notAsPlanned(`there are ${listed.length} entries for ${wanted.length}`, 0)]
}

const describe = ({ url, lastChange }: Omit<Listed, 'offset'>): string =>
  lastChange === undefined ? url : `${url} of ${lastChange}`

/** When an RSS or Atom feed says that it last changed. */
export const checkLastChange = (
  page: DrawnPage,
  elements: readonly XmlElement[],
  zone: string,
): readonly PageFault[] => {
  const { feed } = page.data as RunData
  if (feed === undefined) return []
  const rss = feed.lastChange === null ? undefined : rfc822(feed.lastChange, zone)
  const atom = rfc3339(feed.lastChange ?? (0 as Instant), zone)
  const isRss = elements[0]?.path.startsWith('rss/')
  const [path, wanted] = isRss ? ['rss/channel/lastBuildDate', rss] : ['feed/updated', atom]
  const found = elements.find(element => element.path === path)
  if (found?.text === wanted) return []
  const said = found ? `“${found.text}”` : 'not there'
  return [
    notAsPlanned(`${path} is ${said}, but its stories last changed ${wanted ?? 'never'}`, found?.offset ?? 0),
  ]
}
