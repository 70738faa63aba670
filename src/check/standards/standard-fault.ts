// A feed, a sitemap or a data file that breaks a rule of its standard; and the rules that several standards share.

import type { Instant } from '../../domain/instant.ts'
import { rfc822, rfc3339 } from '../../time/wire-time.ts'
import type { PageFault } from '../page-fault.ts'

/** What the rules of a standard depend on. */
export type StandardContext = {
  /** The file's own address, in full. */
  readonly self: string
  /** The site's address without a path. */
  readonly origin: string
  readonly zone: string
  /** No time may be later; null where any time may stand. */
  readonly now: Instant | null
}

/** An RFC 3339 time, for hints. */
export const exampleTime = '2024-10-24T09:30:00+05:30'

/** `standard`: whose rule it is: "RSS 2.0". */
export const standardFault = (standard: string, message: string, offset = 0): PageFault => ({
  code: 'form-wrong',
  message: `${message} (${standard})`,
  hint: 'correct the layout of this page',
  offset,
})

/** RFC 3339 in the site's zone. */
export const isRfc3339 = (time: string, zone: string): boolean => isWritten(time, zone, rfc3339)

/** RFC 822 in the site's zone, with the weekday of its day. */
export const isRfc822 = (time: string, zone: string): boolean => isWritten(time, zone, rfc822)

/** Writing the instant again gives the same text. */
const isWritten = (time: string, zone: string, write: typeof rfc3339): boolean => {
  const instant = Date.parse(time)
  return !Number.isNaN(instant) && write(instant as Instant, zone) === time
}

/** Of the names that must each have one element with a text, those that do not. */
export const notExactlyOnce = (
  names: readonly string[],
  found: readonly { readonly name: string; readonly text: string }[],
): readonly string[] =>
  names.filter(name => {
    const named = found.filter(element => element.name === name)
    return named.length !== 1 || named[0]?.text.trim() === ''
  })

export const firstRepeated = (values: readonly string[]): string | undefined =>
  values.find((value, at) => values.indexOf(value) !== at)

/** Whether a written time is in the future. */
export const isInFuture = (time: string, now: Instant | null): boolean =>
  now !== null && Date.parse(time) > now

const address = /\s(?:href|src|poster)="([^"]*)"|\ssrcset="([^"]*)"/g

/** The first relative address in HTML: readers of feeds have no page to resolve it against. */
export const relativeAddressIn = (html: string): string | undefined => {
  for (const [, url, set] of html.matchAll(address)) {
    const urls = set === undefined ? [url ?? ''] : set.split(',').map(part => part.trim().split(' ')[0] ?? '')
    const relative = urls.find(each => !/^(?:[a-z][a-z0-9+.-]*:)/i.test(each))
    if (relative !== undefined) return relative
  }
  return undefined
}
