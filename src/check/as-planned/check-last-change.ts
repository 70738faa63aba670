// An RSS or Atom feed says that it last changed when its stories did.

import type { Instant } from '../../domain/instant.ts'
import type { DrawnPage } from '../../pages/planned-page.ts'
import { rfc822, rfc3339 } from '../../time/wire-time.ts'
import type { PageFault } from '../page-fault.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { planFault } from './plan-fault.ts'

export const checkLastChange = (
  page: DrawnPage,
  elements: readonly XmlElement[],
  zone: string,
): readonly PageFault[] => {
  const { feed } = page.expected
  if (feed === undefined) return []
  const rss = feed.lastChange === null ? undefined : rfc822(feed.lastChange, zone)
  const atom = rfc3339(feed.lastChange ?? (0 as Instant), zone)
  const isRss = elements[0]?.path.startsWith('rss/')
  const [path, wanted] = isRss ? ['rss/channel/lastBuildDate', rss] : ['feed/updated', atom]
  const found = elements.find(element => element.path === path)
  if (found?.text === wanted) return []
  const expected =
    wanted === undefined
      ? `no ${path}, as it has no stories`
      : `“${wanted}” in ${path}, when its stories last changed`
  return [
    planFault(`expected ${expected}, but found ${found ? `“${found.text}”` : 'none'}`, found?.offset ?? 0),
  ]
}
