// RSS 2.0, with the profile of the RSS Advisory Board: https://www.rssboard.org/rss-profile

import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { textIn, type XmlGroup } from '../xml/xml-groups.ts'
import {
  firstRepeated,
  isInFuture,
  isRfc822,
  notExactlyOnce,
  relativeAddressIn,
  type StandardContext,
  standardFault,
} from './standard-fault.ts'

const rss = 'RSS 2.0'
const profile = 'RSS profile'

/** `items`: the groups of `elements` that are items of the channel. */
export const checkRss = (
  elements: readonly XmlElement[],
  items: readonly XmlGroup[],
  context: StandardContext,
): readonly PageFault[] => {
  const channel = elements.filter(({ path, name }) => path === `rss/channel/${name}`)
  const selves = channel.filter(({ name, attributes }) => name === 'atom:link' && attributes.rel === 'self')
  const repeated = firstRepeated(items.map(({ inside }) => textIn(inside, 'guid') ?? ''))
  const last = channel.at(-1)
  const [first] = items
  return [
    ...notExactlyOnce(['title', 'link', 'description'], channel).map(name =>
      standardFault(rss, `the channel needs exactly one ${name}`),
    ),
    ...(selves.length === 1 && selves[0]?.attributes.href === context.self
      ? []
      : [
          standardFault(
            'RSS profile, WebSub',
            `the channel needs exactly one atom:link with rel="self" and href="${context.self}"`,
          ),
        ]),
    ...(last && first && last.offset > first.offset
      ? [standardFault(profile, `${last.name} of the channel must come before its items`, last.offset)]
      : []),
    ...(repeated === undefined ? [] : [standardFault(rss, `two items have the guid ${repeated}`)]),
    ...elements
      .filter(({ name, text }) => /Date$/.test(name) && !isRfc822(text, context.zone))
      .map(notRfc822),
    ...items.flatMap(item => checkItem(item, context)),
  ]
}

const checkItem = ({ inside, offset }: XmlGroup, { now }: StandardContext): readonly PageFault[] => {
  const fault = (standard: string, message: string) => standardFault(standard, message, offset)
  const indexOf = (name: string) => inside.findIndex(element => element.name === name)
  const guid = inside.find(({ name }) => name === 'guid')
  const enclosures = inside.filter(({ name }) => name === 'enclosure')
  const relative = relativeAddressIn(textIn(inside, 'content:encoded') ?? '')
  const isContentFirst =
    indexOf('content:encoded') !== -1 && indexOf('content:encoded') < indexOf('description')
  return [
    ...notExactlyOnce(['title', 'link', 'guid', 'pubDate'], inside).map(name =>
      fault(rss, `an item needs exactly one ${name}`),
    ),
    ...(guid && guid.attributes.isPermaLink !== 'false' && !/^https?:/.test(guid.text)
      ? [fault(rss, 'a guid that is not an address needs isPermaLink="false"')]
      : []),
    ...(isContentFirst ? [fault(profile, 'the description must come before content:encoded')] : []),
    ...(enclosures.length > 1 ? [fault(profile, 'an item may have only one enclosure')] : []),
    ...(enclosures.some(({ attributes }) => !attributes.url || !attributes.length || !attributes.type)
      ? [fault(rss, 'an enclosure needs the attributes url, length and type')]
      : []),
    ...(enclosures.some(({ attributes: { length } }) => length && !/^[1-9]\d*$/.test(length))
      ? [fault(profile, 'the length of an enclosure must be the number of its bytes')]
      : []),
    ...(relative === undefined
      ? []
      : [fault(profile, `the address “${relative}” is relative: a feed needs full addresses`)]),
    ...(isInFuture(textIn(inside, 'pubDate') ?? '', now) ? [fault(rss, 'a pubDate is in the future')] : []),
  ]
}

const notRfc822 = ({ name, text, offset }: XmlElement): PageFault => ({
  code: 'time-not-rfc822',
  message: `${name} is “${text}”, not a time such as Thu, 24 Oct 2024 09:30:00 +0530`,
  hint: 'print it with the filter rfc822',
  offset,
})
