// Times as other programs and other languages write them, in a spelling that `other-spellings.ts` reads, for advice only:
// "Tue Dec  1 05:00:00 IST 2026", "5 a.m. on 1 December 2026", "1er décembre 2026 à 9 h 30", "२०२६-१२-०१", "2026年12月1日".

import { remember } from '../domain/remember.ts'
import { latinDigits } from './latin-digits.ts'
import { type OtherSpelling, readOtherSpelling } from './other-spellings.ts'

/** What says the time of day as well is the better reading. */
export const readForeignSpelling = (text: string, today: string): OtherSpelling | null => {
  // Nobody writes a time in so many characters.
  if (text.length > 100) return readOtherSpelling(text, today)
  const plain = inPlainCharacters(text)
  const spellings = [text, plain, inOrder(inEnglish(plain)), inOrder(inEnglish(withoutRest(plain)))]
  const read = [...new Set(spellings)].map(spelling => readOtherSpelling(spelling, today))
  return read.find(found => found?.hasClock) ?? read.find(found => found !== null) ?? null
}

/** Latin digits, and the hyphen for the dashes that word processors make of it. */
const inPlainCharacters = (text: string): string =>
  latinDigits(text.normalize('NFKC'))
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/(\d)[年月](?=\d)/g, '$1-')
    .replace(/(\d)日/g, '$1 ')
    .replace(/(\d{1,2})[時时点]\s*(?:(\d{2})分?)?/g, (_, hour, minute = '00') => `${hour}:${minute}`)
    .replace(/\s*\([^()]*\)$/, '')
    .trim()

/** What stands behind a whole time is no part of it: "2026-12-01T05:00:00+05:30Z", "1.12.2026 9:30, Velikara". */
const withoutRest = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?/.exec(text)?.[0] ??
  text.replace(/,[^,\d]*$/, '')

/** The words that join a day and a time of day, and the names of months. */
const inEnglish = (text: string): string =>
  text
    .replace(/(?<=\d)(?:er|º|ª|ème)(?=\s)/gi, '')
    .replace(
      /(?<=[\s,])(?:à|um|at|on|le|el|am|den|de|del|di|do|a las|alle|às|klo|kl\.?|om)\s+(?=[\p{L}\d])/giu,
      ' ',
    )
    .replace(/(\d)\s*h\s*(?=\d{2}\b)/gi, '$1:')
    .replace(/(?<=\s|^)(\d{1,2})\s*(?:uhr|heures?|h|hrs|बजे)$/iu, '$1:00')
    .replace(/\p{L}[\p{L}\p{M}]*\.?/gu, word => monthNames('en').get(fold(word)) ?? word)
    .replace(/\s+/g, ' ')

/** The time of day behind the day, as it is read. */
const inOrder = (text: string): string => {
  const [, month, day, clock, zone = '', year] =
    /^(?:[a-z]{3},? )?([a-z]{3}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) (?:([a-z]{2,5}|[+-]\d{4}) )?(\d{4})$/i.exec(
      text,
    ) ?? []
  if (month !== undefined) return `${month} ${day}, ${year} ${clock} ${zone}`.trim()
  const [, first, rest] =
    /^(\d{1,2}(?:[:.]\d{2}\s*(?:[ap]\.?m\.?)?|\s*[ap]\.?m\.?)),? (?=.*\d{4}|.*[a-z]{3} ?\d|.*\d ?[a-z]{3})(.+)$/i.exec(
      text,
    ) ?? []
  const ordered = first === undefined ? text : `${rest} ${first}`
  return ordered.replace(/(?:gmt|utc)(?=[+-]\d)/i, '')
}

const fold = (word: string): string => word.toLowerCase().replace(/\.$/, '')

const languages = 'en de fr es it pt nl sv pl cs tr id hi mr bn ar ru uk el'.split(' ')

/** The long and the short names of months → the English short ones. The first language that has a name wins. */
const monthNames = remember(1, (shown: 'en'): ReadonlyMap<string, string> => {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15))
  const english = new Intl.DateTimeFormat(shown, { month: 'short', timeZone: 'UTC' })
  const pairs = languages.flatMap(language =>
    (['long', 'short'] as const).flatMap(month => {
      const names = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
      return months.map(at => {
        const { value = '' } = names.formatToParts(at).find(({ type }) => type === 'month') ?? {}
        return [fold(value), english.format(at)] as const
      })
    }),
  )
  return new Map(pairs.reverse())
})
