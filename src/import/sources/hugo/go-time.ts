// Times as Go writes them: a layout is the time of 2 January 2006, 15:04:05, as it should look.

import type { LocalTime } from '../../../time/local-time.ts'
import { wordsOfTime } from '../../links/words-of-time.ts'

// https://pkg.go.dev/time#pkg-constants: the longer one first.
const parts = /2006|January|Monday|Jan|Mon|002|01|02|03|04|05|06|15|PM|pm|_2|1|2|3|4|5/g

export const formatGoTime = (layout: string, time: LocalTime): string => {
  const words = wordsOfTime(time)
  const hour = time.hour % 12 || 12
  const half = time.hour < 12 ? 'am' : 'pm'
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ 2006: words.year, '06': words.short_year, '01': words.month, 1: words.i_month },
    ...{ January: words.long_month, Jan: words.short_month, Monday: words.long_day, Mon: words.short_day },
    ...{ '02': words.day, 2: words.i_day, _2: words.i_day?.padStart(2), '002': words.y_day },
    ...{
      15: words.hour,
      '03': String(hour).padStart(2, '0'),
      3: String(hour),
      PM: half.toUpperCase(),
      pm: half,
    },
    ...{ '04': words.minute, 4: String(time.minute), '05': words.second, 5: String(time.second) },
  }
  return layout.replace(parts, part => values[part] ?? part)
}
