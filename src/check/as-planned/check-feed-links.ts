// An RSS or Atom feed leads, besides its stories, where it was planned to lead: to the hub, to archived feeds (RFC 5005),
// from these back, and to stories that were withdrawn (RFC 6721).

import type { ExpectedFeed } from '../../pages/page-kind.ts'
import type { DrawnPage } from '../../pages/planned-page.ts'
import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { planFault } from './plan-fault.ts'

/** A link with its relation or its element: "hub https://hub.example/", "fh:archive". */
type FeedLink = { readonly link: string; readonly offset: number }

type Rules = { readonly origin: string; readonly hub: string | null }

export const checkFeedLinks = (
  page: DrawnPage,
  elements: readonly XmlElement[],
  rules: Rules,
): readonly PageFault[] => {
  const { feed } = page.expected
  if (feed === undefined) return []
  const isAtom = elements[0]?.path.startsWith('feed/') ?? false
  const wanted = plannedLinks(feed, isAtom, rules)
  const found = linksIn(elements)
  const links = new Set(found.map(({ link }) => link))
  // A layout may name more hubs.
  const others = found.filter(({ link }) => !link.startsWith('hub '))
  return [
    ...wanted
      .filter(link => !links.has(link))
      .map(link => planFault(`expected the link “${link}”, but found none`, 0)),
    ...others
      .filter(({ link }, at) => !wanted.includes(link) || others.findIndex(other => other.link === link) < at)
      .map(({ link, offset }) => planFault(`expected no further link here, but found “${link}”`, offset)),
  ]
}

const plannedLinks = (
  { older, current, withdrawn }: ExpectedFeed,
  isAtom: boolean,
  { origin, hub }: Rules,
): readonly string[] => {
  const to = (path: string) => new URL(path, origin).href
  return [
    ...(hub !== null && current === null ? [`hub ${hub}`] : []),
    ...(older === null ? [] : [`prev-archive ${to(older)}`]),
    ...(current === null ? [] : ['fh:archive', `current ${to(current)}`]),
    ...(isAtom ? withdrawn.map(({ id }) => `at:deleted-entry ${id}`) : []),
  ]
}

const ofFeed = /^(?:rss\/channel\/atom:link|feed\/(?:link|fh:archive|at:deleted-entry))$/
const relations = ['hub', 'prev-archive', 'current']

const linksIn = (elements: readonly XmlElement[]): readonly FeedLink[] =>
  elements
    .filter(
      ({ path, name, attributes: { rel = '' } }) =>
        ofFeed.test(path) && (relations.includes(rel) || !/link$/.test(name)),
    )
    .map(({ name, attributes: { rel, href, ref }, offset }) => ({
      link: [rel ?? name, href ?? ref].filter(part => part !== undefined).join(' '),
      offset,
    }))
