// The day at the beginning of a text: in numbers, or with the name of its month in any language.

import type { DateStyle, DayInText, WrittenDay } from './date-style.ts'
import type { DayOrder } from './day-order.ts'
import { dayWithWords } from './day-with-words.ts'

export const dayInText = (text: string, style: DateStyle): DayInText | null =>
  weekOrOrdinal(text) ?? yearFirst(text, style) ?? threeNumbers(text, style) ?? dayWithWords(text, style)

const found = (day: WrittenDay, rest: string, more: Partial<DayInText> = {}): DayInText =>
  ({
    ...{ kind: 'day', day, rest, hasShortYear: false, isForeign: false, hasWords: false },
    ...{ question: null, isOurs: false, ...more },
  }) as DayInText

const dayOf = (year?: string, month?: string, day?: string): WrittenDay => ({
  ...{ year: Number(year), month: Number(month), day: Number(day) },
})

const dayLength = 86_400_000

/** "2020-W05-3", "2020-123": ISO 8601 has these, too. */
const weekOrOrdinal = (text: string): DayInText | null => {
  const week = /^(\d{4})-?W(0[1-9]|[1-4]\d|5[0-3])-?([1-7])(?!\d)/.exec(text)
  const ordinal = /^(\d{4})-(\d{3})(?![\d-])/.exec(text)
  const parts = week ?? ordinal
  if (parts === null) return null
  const year = Number(parts[1])
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayLength
  const time = week
    ? monday + ((Number(week[2]) - 1) * 7 + Number(week[3]) - 1) * dayLength
    : Date.UTC(year, 0, Number(parts[2]))
  // A week, or a day, that this year does not have.
  const end = week ? new Date(monday + (Number(week[2]) - 1) * 7 * dayLength + 3 * dayLength) : new Date(time)
  if (end.getUTCFullYear() !== year) return found({ year, month: 0, day: 0 }, '', { isOurs: true })
  const [iso = ''] = new Date(time).toISOString().split('T')
  return found(dayOf(...iso.split('-')), text.slice(parts[0].length), { isOurs: true })
}

const yearFirst = (text: string, { calendar }: DateStyle): DayInText | null => {
  const separated =
    /^(\d{4})\.?[-/. ]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d)\.?/.exec(text) ??
    (calendar === null ? null : /^(\d{3})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?!\d)/.exec(text))
  const parts =
    separated ?? /^\p{L}{0,4}(\d{2,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?/u.exec(text)
  return (
    parts && found(dayOf(parts[1], parts[2], parts[3]), text.slice(parts[0].length), { hasWords: !separated })
  )
}

const numbers = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?['’]?(\d{1,4})(?!\d)/

const threeNumbers = (text: string, { calendar, order }: DateStyle): DayInText | null => {
  const vietnamese = /^\D{0,25}?(\d{1,2})\s+(?:tháng|thg)\.?\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)/i.exec(
    text,
  )
  if (vietnamese)
    return found(dayOf(vietnamese[3], vietnamese[2], vietnamese[1]), text.slice(vietnamese[0].length), {
      ...{ hasWords: true, isForeign: true },
    })
  const [whole, first = '', separator = '', second = '', third = ''] = numbers.exec(text) ?? []
  if (whole === undefined) return null
  const isYearLast = third.length === 4 || third.length === 2 || (third.length === 3 && calendar !== null)
  const lastMonth = calendar === null ? 12 : 13
  const isDate = (month: string, day: string) =>
    Number(month) >= 1 && Number(month) <= lastMonth && Number(day) >= 1 && Number(day) <= 32
  const days: readonly (readonly [DayOrder, WrittenDay, boolean])[] = [
    ['day first', dayOf(third, second, first), isYearLast && isDate(second, first)],
    ['month first', dayOf(third, first, second), isYearLast && isDate(first, second)],
    [
      'year first',
      dayOf(first, second, third),
      first.length === 2 && third.length <= 2 && isDate(second, third),
    ],
  ]
  const possible = days.filter(([, , isPossible]) => isPossible)
  const question = { separator, choices: possible.map(([each]) => each) }
  const distinct = new Set(possible.map(([, day]) => JSON.stringify(day)))
  const [chosen] = distinct.size === 1 ? possible : possible.filter(([each]) => each === order)
  if (chosen === undefined && possible.length > 0)
    return {
      kind: 'unclear',
      question,
      reason: `“${text}” could be ${distinct.size === 2 ? 'two' : 'three'} dates; write it as yyyy-mm-dd`,
    }
  // The number of a version is no date; a day that no month has is an impossible one.
  const [, day] = chosen ?? (third.length === 4 ? days[0] : undefined) ?? []
  if (day === undefined) return null
  return found(day, text.slice(whole.length), {
    question: possible.length === 1 ? question : null,
    hasShortYear: third.length <= 2,
  })
}
