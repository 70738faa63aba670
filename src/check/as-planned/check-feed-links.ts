// Where an RSS or Atom feed leads, besides its stories, is where it was planned to lead: to the hub, to archived feeds
// (RFC 5005), from these back, and to stories that were withdrawn (RFC 6721).

import type { DrawnPage } from '../../pages/planned-page.ts'
import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { notAsPlanned } from './plan-fault.ts'

type FeedData = {
  readonly feed?: {
    readonly older: string | null
    readonly current: string | null
    readonly withdrawn: readonly { readonly id: string }[]
  }
}

const ofHead = /^(?:rss\/channel\/atom:link|feed\/(?:link|fh:archive|at:deleted-entry))$/
const rels = ['hub', 'prev-archive', 'current']

export const checkFeedLinks = (
  page: DrawnPage,
  elements: readonly XmlElement[],
  { origin, hub }: { readonly origin: string; readonly hub: string | null },
): readonly PageFault[] => {
  const { feed } = page.data as FeedData
  if (feed === undefined) return []
  const isAtom = elements[0]?.path.startsWith('feed/')
  const { older, current } = feed
  const to = (path: string) => new URL(path, origin).href
  const wanted = [
    ...(hub !== null && current === null ? [`hub ${hub}`] : []),
    ...(older === null ? [] : [`prev-archive ${to(older)}`]),
    ...(current === null ? [] : ['fh:archive', `current ${to(current)}`]),
    ...(isAtom ? feed.withdrawn.map(({ id }) => `at:deleted-entry ${id}`) : []),
  ]
  const found = elements
    .filter(
      ({ path, name, attributes: { rel = '' } }) =>
        ofHead.test(path) && (rels.includes(rel) || !/link$/.test(name)),
    )
    .map(({ name, attributes: { rel, href, ref }, offset }) => ({
      said: [rel ?? name, href ?? ref].filter(part => part !== undefined).join(' '),
      offset,
    }))
  const said = new Set(found.map(each => each.said))
  // A layout may name more hubs.
  const others = found.filter(each => !each.said.startsWith('hub '))
  return [
    ...wanted.filter(each => !said.has(each)).map(each => notAsPlanned(`“${each}” is not in this feed`, 0)),
    ...others
      .filter(
        (each, at) => !wanted.includes(each.said) || others.findIndex(({ said }) => said === each.said) < at,
      )
      .map(each => notAsPlanned(`“${each.said}” does not belong here`, each.offset)),
  ]
}
