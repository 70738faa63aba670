// The times of feeds and sitemaps: RFC 822 and RFC 3339 in their strict forms, and the ones of the stories.

import type { Instant } from '../domain/instant.ts'
import type { DrawnPage } from '../eleventy/job.ts'
import { rfc822, rfc3339 } from '../time/wire-time.ts'
import type { XmlElement } from './check-xml.ts'
import type { PageFault } from './page-problem.ts'

/** W3C feed validator: English names, two-digit day, four-digit year, numeric offset. */
export const rfc822Form =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d [+-]\d{4}$/

type Dated = { readonly date: Instant }
type Entry = { readonly lastChange: Instant | null }

export const checkFeedTimes = (
  page: DrawnPage,
  elements: readonly XmlElement[],
  zone: string,
): readonly PageFault[] => {
  const { feed, entries, sitemaps } = page.data as {
    feed?: { lastChange: Instant | null; items: readonly Dated[] }
    entries?: readonly Entry[]
    sitemaps?: readonly Entry[]
  }
  if (feed) {
    return [
      ...compare(
        'pubDate',
        elements,
        feed.items.map(item => rfc822(item.date, zone)),
      ),
      ...compare('lastBuildDate', elements, feed.lastChange === null ? [] : [rfc822(feed.lastChange, zone)]),
      ...elements.filter(({ name, text }) => /Date$/.test(name) && !rfc822Form.test(text)).map(notRfc822),
    ]
  }
  const changes = [...(entries ?? []), ...(sitemaps ?? [])]
    .map(entry => entry.lastChange)
    .filter(instant => instant !== null)
  return compare(
    'lastmod',
    elements,
    changes.map(instant => rfc3339(instant, zone)),
  )
}

const notRfc822 = ({ name, text, offset }: XmlElement): PageFault => ({
  code: 'time-not-rfc822',
  message: `${name} is “${text}”`,
  hint: 'print it with the filter rfc822',
  spot: { offset, words: '' },
})

const compare = (name: string, elements: readonly XmlElement[], wanted: readonly string[]): PageFault[] => {
  const found = elements.filter(element => element.name === name)
  const wrong = found.find((element, at) => element.text !== wanted[at])
  if (found.length === wanted.length && wrong === undefined) return []
  const message = wrong
    ? `${name} is “${wrong.text}”, but the story says ${wanted[found.indexOf(wrong)] ?? 'nothing'}`
    : `there are ${found.length} of ${name} for ${wanted.length} stories`
  return [
    {
      code: 'time-not-of-story',
      message,
      hint: 'mend the layout of this page',
      spot: { offset: wrong?.offset ?? 0, words: '' },
    },
  ]
}
