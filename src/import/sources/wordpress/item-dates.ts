// When an item was published and last changed: WordPress notes both in the site's time and in UTC.

import type { WxrItem } from './read-item.ts'

type Dates = Pick<WxrItem, 'date' | 'dateGmt' | 'modified' | 'modifiedGmt' | 'pubDate'>

/** As texts with an offset where the item shows one; null where it says nothing. */
export const datesOfItem = ({ date, dateGmt, modified, modifiedGmt, pubDate }: Dates) => {
  const published = withOffset(date, dateGmt)
  const changed = withOffset(modified, modifiedGmt)
  // Of a date that was never set, the feed has one of the year -1.
  const inFeed = /\s-\d{4}\s/.test(pubDate) || pubDate === '' ? null : pubDate
  return {
    date: published ?? inFeed ?? changed,
    updated: published === null && inFeed === null ? null : changed,
  }
}

const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)$/

const millisecondsOf = (time: string): number | null => {
  const parts = pattern.exec(time)?.slice(1).map(Number)
  if (parts === undefined || parts[0] === 0) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The difference between the two is the site's offset on that day. */
const withOffset = (local: string, gmt: string): string | null => {
  const [here, there] = [millisecondsOf(local), millisecondsOf(gmt)]
  if (here === null) return there === null ? null : `${gmt.replace(' ', 'T')}Z`
  if (there === null) return local.replace(' ', 'T')
  const minutes = (here - there) / 60_000
  // Somebody wrote another time into one of them.
  if (minutes % 15 !== 0 || minutes < -12 * 60 || minutes > 14 * 60) return `${gmt.replace(' ', 'T')}Z`
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${local.replace(' ', 'T')}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}
