// The pattern of a section's addresses, filled in for a page: https://gohugo.io/configuration/permalinks/

import type { LocalTime } from '../../../time/local-time.ts'
import { wordsOfTime } from '../../links/words-of-time.ts'
import { formatGoTime } from './go-time.ts'

export type PermalinkWords = {
  readonly title: string
  readonly slug: string | null
  /** The file's name without language and ending; of a bundle, the name of its folder. */
  readonly filename: string
  /** The sections that the page lies in, the outermost first. */
  readonly sections: readonly string[]
  /** As the page writes it, null when it has no date. */
  readonly time: LocalTime | null
}

/** Null when the pattern has a word that nobody knows, or needs a date that is not there. */
export const expandPermalink = (
  pattern: string,
  page: PermalinkWords,
  urlize: (text: string) => string,
): string | null => {
  let isKnown = true
  const path = pattern.replace(/:(\w+)(\[[^\]]+\])?/g, (_, word: string, slice: string | undefined) => {
    const value = wordFor(word, slice, page)
    if (value === null) isKnown = false
    return urlize(value ?? '')
  })
  return isKnown ? path : null
}

const wordFor = (word: string, slice: string | undefined, page: PermalinkWords): string | null => {
  const { title, slug, filename, sections, time } = page
  const named: Readonly<Record<string, string>> = {
    title,
    slug: slug ?? title,
    filename,
    contentbasename: filename,
    slugorfilename: slug ?? filename,
    slugorcontentbasename: slug ?? filename,
    section: sections[0] ?? '',
    sections: (slice === undefined ? sections : sliceOf(sections, slice.slice(1, -1))).join('/'),
  }
  const known = Object.hasOwn(named, word) ? named[word] : undefined
  if (known !== undefined) return known
  if (time === null) return null
  const words = wordsOfTime(time)
  const ofTime: Readonly<Record<string, string | undefined>> = {
    ...{ year: words.year, month: words.month, day: words.day },
    ...{ monthname: words.long_month, weekdayname: words.long_day },
    weekday: String(Number(words.w_day) % 7),
    yearday: String(Number(words.y_day)),
  }
  if (Object.hasOwn(ofTime, word)) return ofTime[word] ?? null
  const formatted = formatGoTime(word, time)
  return formatted === word && !/\d|Jan|Mon/.test(word) ? null : formatted
}

/** `1`, `1:`, `:last`, `1:last`, as in Go; the last is counted too where it is named alone. */
const sliceOf = (sections: readonly string[], range: string): readonly string[] => {
  const indexOf = (text: string, otherwise: number): number =>
    text === '' ? otherwise : text === 'first' ? 0 : text === 'last' ? sections.length - 1 : Number(text)
  const [from = '', to] = range.split(':', 2)
  if (to === undefined) return [sections[indexOf(from, 0)]].filter(section => section !== undefined)
  return sections.slice(indexOf(from, 0), indexOf(to, sections.length))
}

const everyWord: PermalinkWords = {
  title: 'x',
  slug: null,
  filename: 'x',
  sections: ['x'],
  time: { year: 2019, month: 11, day: 9, hour: 23, minute: 1, second: 42 },
}

/** Whether each word of a pattern is one that Hugo has. */
export const isKnownPermalink = (pattern: string): boolean =>
  expandPermalink(pattern, everyWord, text => text) !== null
