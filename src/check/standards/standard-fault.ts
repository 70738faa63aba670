// What a feed, a sitemap or a data file lacks of the form that its standard asks for.

import type { Instant } from '../../domain/instant.ts'
import { rfc822, rfc3339 } from '../../time/wire-time.ts'
import type { PageFault } from '../page-fault.ts'

/** What the rules are held against. */
export type StandardContext = {
  /** The file's own address, in full. */
  readonly self: string
  /** The site's address without a path. */
  readonly origin: string
  readonly zone: string
  /** Nothing may lie ahead of it; null where anything may. */
  readonly now: Instant | null
}

/** `rule`: whose it is: "RSS 2.0". */
export const standardFault = (rule: string, message: string, offset = 0): PageFault => ({
  code: 'form-wrong',
  message: `${message} (${rule})`,
  hint: 'mend the layout of this page',
  spot: { offset, words: '' },
})

/** RFC 3339 in the site's zone. */
export const isRfc3339 = (time: string, zone: string): boolean => isWritten(time, zone, rfc3339)

/** RFC 822 in the site's zone, with the weekday of its day. */
export const isRfc822 = (time: string, zone: string): boolean => isWritten(time, zone, rfc822)

/** Whoever wrote the instant would have written it so. */
const isWritten = (time: string, zone: string, write: typeof rfc3339): boolean => {
  const instant = Date.parse(time)
  return !Number.isNaN(instant) && write(instant as Instant, zone) === time
}

/** What must stand there just once, by name. */
export const notOnce = (
  names: readonly string[],
  found: readonly { readonly name: string; readonly text: string }[],
): readonly string[] =>
  names.filter(name => {
    const named = found.filter(element => element.name === name)
    return named.length !== 1 || named[0]?.text.trim() === ''
  })

export const twiceIn = (values: readonly string[]): string | undefined =>
  values.find((value, at) => values.indexOf(value) !== at)

/** Whether a time as it is written lies ahead. */
export const isAhead = (time: string, now: Instant | null): boolean => now !== null && Date.parse(time) > now

const address = /\s(?:href|src|poster)="([^"]*)"|\ssrcset="([^"]*)"/g

/** The first address in HTML that does not stand by itself, as readers of feeds have no page to begin from. */
export const relativeIn = (html: string): string | undefined => {
  for (const [, url, set] of html.matchAll(address)) {
    const urls = set === undefined ? [url ?? ''] : set.split(',').map(part => part.trim().split(' ')[0] ?? '')
    const relative = urls.find(each => !/^(?:[a-z][a-z0-9+.-]*:)/i.test(each))
    if (relative !== undefined) return relative
  }
  return undefined
}
