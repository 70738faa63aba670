// RSS 2.0, with the profile of the RSS Advisory Board: https://www.rssboard.org/rss-profile

import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { textIn, type XmlGroup } from '../xml/xml-groups.ts'
import {
  isAhead,
  isRfc822,
  notOnce,
  relativeIn,
  type StandardContext,
  standardFault,
  twiceIn,
} from './standard-fault.ts'

const rule = 'RSS 2.0'

/** `items`: those of the channel, among all elements. */
export const checkRss = (
  elements: readonly XmlElement[],
  items: readonly XmlGroup[],
  context: StandardContext,
): readonly PageFault[] => {
  const channel = elements.filter(({ path, name }) => path === `rss/channel/${name}`)
  const selves = channel.filter(({ name, attributes }) => name === 'atom:link' && attributes.rel === 'self')
  const double = twiceIn(items.map(({ inside }) => textIn(inside, 'guid') ?? ''))
  const last = channel.at(-1)
  const [first] = items
  return [
    ...notOnce(['title', 'link', 'description'], channel).map(name =>
      standardFault(rule, `the channel needs one ${name}`),
    ),
    ...(selves.length === 1 && selves[0]?.attributes.href === context.self
      ? []
      : [
          standardFault(
            'RSS profile, WebSub',
            `the channel needs one atom:link with rel="self", to ${context.self}`,
          ),
        ]),
    ...(last && first && last.offset > first.offset
      ? [standardFault('RSS profile', `${last.name} of the channel stands behind an item`, last.offset)]
      : []),
    ...(double === undefined ? [] : [standardFault(rule, `two items have the guid ${double}`)]),
    ...elements
      .filter(({ name, text }) => /Date$/.test(name) && !isRfc822(text, context.zone))
      .map(notRfc822),
    ...items.flatMap(item => checkItem(item, context)),
  ]
}

const checkItem = ({ inside, offset }: XmlGroup, { now }: StandardContext): readonly PageFault[] => {
  const fault = (whose: string, message: string) => standardFault(whose, message, offset)
  const outputKey = (name: string) => inside.findIndex(element => element.name === name)
  const guid = inside.find(({ name }) => name === 'guid')
  const enclosures = inside.filter(({ name }) => name === 'enclosure')
  const relative = relativeIn(textIn(inside, 'content:encoded') ?? '')
  const isWrongWay =
    outputKey('content:encoded') !== -1 && outputKey('content:encoded') < outputKey('description')
  return [
    ...notOnce(['title', 'link', 'guid', 'pubDate'], inside).map(name =>
      fault(rule, `an item needs one ${name}`),
    ),
    ...(guid && guid.attributes.isPermaLink !== 'false' && !/^https?:/.test(guid.text)
      ? [fault(rule, 'a guid that is no address needs isPermaLink="false"')]
      : []),
    ...(isWrongWay ? [fault('RSS profile', 'the description must stand before content:encoded')] : []),
    ...(enclosures.length > 1 ? [fault('RSS profile', 'an item may have one enclosure')] : []),
    ...(enclosures.some(({ attributes }) => !attributes.url || !attributes.length || !attributes.type)
      ? [fault(rule, 'an enclosure needs url, length and type')]
      : []),
    ...(relative === undefined ? [] : [fault('RSS profile', `the address “${relative}” is not whole`)]),
    ...(isAhead(textIn(inside, 'pubDate') ?? '', now) ? [fault(rule, 'a pubDate lies in the future')] : []),
  ]
}

const notRfc822 = ({ name, text, offset }: XmlElement): PageFault => ({
  code: 'time-not-rfc822',
  message: `${name} is “${text}”`,
  hint: 'print it with the filter rfc822',
  spot: { offset, words: '' },
})
