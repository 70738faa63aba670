// Atom (RFC 4287), archived feeds (RFC 5005), tombstones (RFC 6721).

import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { textIn, type XmlGroup } from '../xml/xml-groups.ts'
import {
  isAhead,
  isRfc3339,
  notOnce,
  relativeIn,
  type StandardContext,
  standardFault,
  twiceIn,
} from './standard-fault.ts'

const rule = 'RFC 4287'

/** `entries`: those of the feed, among all elements. */
export const checkAtom = (
  elements: readonly XmlElement[],
  entries: readonly XmlGroup[],
  context: StandardContext,
): readonly PageFault[] => {
  const head = elements.filter(({ path, name }) => path === `feed/${name}`)
  const links = (rel: string) =>
    head.filter(({ name, attributes }) => name === 'link' && attributes.rel === rel)
  const hasAuthor = elements.some(({ path }) => path === 'feed/author/name')
  const isArchive = head.some(({ name }) => name === 'fh:archive')
  const double = twiceIn(entries.map(({ inside }) => textIn(inside, 'id') ?? ''))
  const [self, ...others] = links('self')
  return [
    ...notOnce(['id', 'title', 'updated'], head).map(name =>
      standardFault(rule, `the feed needs one ${name}`),
    ),
    ...(others.length === 0 && self?.attributes.href === context.self
      ? []
      : [standardFault(`${rule}, WebSub`, `the feed needs one link with rel="self", to ${context.self}`)]),
    ...(isArchive && links('current').length !== 1
      ? [standardFault('RFC 5005', 'an archived feed needs one link with rel="current"')]
      : []),
    ...(double === undefined ? [] : [standardFault(rule, `two entries have the id ${double}`)]),
    ...elements
      .filter(element => isWrongTime(element, context.zone))
      .map(({ name, text, offset }) =>
        standardFault(
          `${rule}, 3.3`,
          `${name} is “${text}”, not a time such as 2024-10-24T09:30:00+05:30`,
          offset,
        ),
      ),
    ...head
      .filter(({ name, attributes }) => name === 'at:deleted-entry' && !isTombstone(attributes, context.zone))
      .map(({ offset }) => standardFault('RFC 6721', 'a deleted entry needs ref and when', offset)),
    ...entries.flatMap(entry => checkEntry(entry, hasAuthor, context)),
  ]
}

const isWrongTime = ({ path, text }: XmlElement, zone: string): boolean =>
  /^feed\/(?:entry\/)?(?:updated|published)$/.test(path) && !isRfc3339(text, zone)

const isTombstone = ({ ref = '', when = '' }: XmlElement['attributes'], zone: string): boolean =>
  ref !== '' && isRfc3339(when, zone)

const checkEntry = (
  { inside, offset }: XmlGroup,
  hasAuthor: boolean,
  { now }: StandardContext,
): readonly PageFault[] => {
  const fault = (whose: string, message: string) => standardFault(whose, message, offset)
  const links = inside.filter(({ path }) => path === 'feed/entry/link')
  const text = (name: string) => textIn(inside, name) ?? ''
  const relative = relativeIn(text('content'))
  return [
    ...notOnce(['id', 'title', 'updated'], inside).map(name => fault(rule, `an entry needs one ${name}`)),
    ...(/^[a-z][a-z0-9+.-]*:/i.test(text('id')) ? [] : [fault(rule, 'an id must be an IRI')]),
    ...(hasAuthor || inside.some(({ path }) => path === 'feed/entry/author/name')
      ? []
      : [fault(rule, 'an entry needs an author where the feed has none')]),
    ...(links.some(({ attributes }) => attributes.rel === 'alternate') || text('content') !== ''
      ? []
      : [fault(rule, 'an entry needs a content, or a link with rel="alternate"')]),
    ...(links.some(({ attributes }) => /archive$|^current$/.test(attributes.rel ?? ''))
      ? [fault('RFC 5005', 'links to archives stand in the feed, not in an entry')]
      : []),
    ...(relative === undefined ? [] : [fault(rule, `the address “${relative}” is not whole`)]),
    ...(isAhead(text('updated'), now) ? [fault(rule, 'an entry lies in the future')] : []),
  ]
}
