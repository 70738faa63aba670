// Atom (RFC 4287), archived feeds (RFC 5005), tombstones (RFC 6721).

import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { textIn, type XmlGroup } from '../xml/xml-groups.ts'
import {
  exampleTime,
  firstRepeated,
  isInFuture,
  isRfc3339,
  notExactlyOnce,
  relativeAddressIn,
  type StandardContext,
  standardFault,
} from './standard-fault.ts'

const atom = 'RFC 4287'

/** `entries`: the groups of `elements` that are entries of the feed. */
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
  const repeated = firstRepeated(entries.map(({ inside }) => textIn(inside, 'id') ?? ''))
  const [self, ...others] = links('self')
  return [
    ...notExactlyOnce(['id', 'title', 'updated'], head).map(name =>
      standardFault(atom, `the feed needs exactly one ${name}`),
    ),
    ...(others.length === 0 && self?.attributes.href === context.self
      ? []
      : [
          standardFault(
            `${atom}, WebSub`,
            `the feed needs exactly one link with rel="self" and href="${context.self}"`,
          ),
        ]),
    ...(isArchive && links('current').length !== 1
      ? [standardFault('RFC 5005', 'an archived feed needs exactly one link with rel="current"')]
      : []),
    ...(repeated === undefined ? [] : [standardFault(atom, `two entries have the id ${repeated}`)]),
    ...elements.filter(element => isWrongTime(element, context.zone)).map(wrongTime),
    ...head
      .filter(({ name, attributes }) => name === 'at:deleted-entry' && !isTombstone(attributes, context.zone))
      .map(({ offset }) =>
        standardFault('RFC 6721', 'a deleted entry needs the attribute ref, and a time in when', offset),
      ),
    ...entries.flatMap(entry => checkEntry(entry, hasAuthor, context)),
  ]
}

const isWrongTime = ({ path, text }: XmlElement, zone: string): boolean =>
  /^feed\/(?:entry\/)?(?:updated|published)$/.test(path) && !isRfc3339(text, zone)

const wrongTime = ({ name, text, offset }: XmlElement): PageFault =>
  standardFault(`${atom}, 3.3`, `${name} is “${text}”, not a time such as ${exampleTime}`, offset)

const isTombstone = ({ ref = '', when = '' }: XmlElement['attributes'], zone: string): boolean =>
  ref !== '' && isRfc3339(when, zone)

const checkEntry = (
  { inside, offset }: XmlGroup,
  hasAuthor: boolean,
  { now }: StandardContext,
): readonly PageFault[] => {
  const fault = (standard: string, message: string) => standardFault(standard, message, offset)
  const links = inside.filter(({ path }) => path === 'feed/entry/link')
  const text = (name: string) => textIn(inside, name) ?? ''
  const relative = relativeAddressIn(text('content'))
  return [
    ...notExactlyOnce(['id', 'title', 'updated'], inside).map(name =>
      fault(atom, `an entry needs exactly one ${name}`),
    ),
    ...(/^[a-z][a-z0-9+.-]*:/i.test(text('id'))
      ? []
      : [
          fault(
            atom,
            'an id must be a whole address, such as https://newsroom.example/story/ or tag:newsroom.example,2024:story',
          ),
        ]),
    ...(hasAuthor || inside.some(({ path }) => path === 'feed/entry/author/name')
      ? []
      : [fault(atom, 'an entry needs an author, as the feed has none')]),
    ...(links.some(({ attributes }) => attributes.rel === 'alternate') || text('content') !== ''
      ? []
      : [fault(atom, 'an entry needs content, or a link with rel="alternate"')]),
    ...(links.some(({ attributes }) => /archive$|^current$/.test(attributes.rel ?? ''))
      ? [fault('RFC 5005', 'links to archives belong in the feed, not in an entry')]
      : []),
    ...(relative === undefined
      ? []
      : [fault(atom, `the address “${relative}” is relative: a feed needs full addresses`)]),
    ...(isInFuture(text('updated'), now) ? [fault(atom, 'an entry is dated in the future')] : []),
  ]
}
