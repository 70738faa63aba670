import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../src/time/parse-instant.ts'

const zone = 'Asia/Kolkata'

const hintOf = (text: string) => {
  const read = parseInstant(text, zone, '2026-11-30')
  return read.ok ? null : read.fault.hint
}

const morning = '2026-12-01T05:00:00+05:30'

describe('a time as another program or language writes it is shown in its form', () => {
  test.each([
    ['as Word makes dashes', '2026–12–01 05:00', `in ${zone} write ${morning}`],
    ['with a minus for a hyphen', '2026-12-01T05:00:00−05:00', 'write 2026-12-01T05:00:00-05:00'],
    ['in Devanagari digits', '२०२६-१२-०१T०५:००:००+०५:३०', `write ${morning}`],
    ['in Arabic digits', '٢٠٢٦-١٢-٠١ ٠٥:٠٠', `in ${zone} write ${morning}`],
    ['in wide digits', '２０２６年１２月１日 ５時００分', `in ${zone} write ${morning}`],
    [
      'in Japanese, the day alone',
      '2026年12月1日',
      'write the time of day as well, such as 2026-12-01T09:30:00+05:30',
    ],
    ['by the command date', 'Tue Dec  1 05:00:00 IST 2026', `in ${zone} write ${morning}`],
    ['by JavaScript', 'Tue Dec 01 2026 05:00:00 GMT+0530 (India Standard Time)', `write ${morning}`],
    ['the hour first', '5 a.m. on 1 December 2026', `in ${zone} write ${morning}`],
    ['the time first', '5:00 am, December 1, 2026', `in ${zone} write ${morning}`],
    ['in German', '01.12.2026, 5 Uhr', `in ${zone} write ${morning}`],
    ['in German, with the month', '1. Dezember 2026 um 5:00 Uhr', `in ${zone} write ${morning}`],
    ['in French', '1er décembre 2026 à 5 h 00', `in ${zone} write ${morning}`],
    ['in Spanish', '1 de diciembre de 2026, 5:00', `in ${zone} write ${morning}`],
    ['in Hindi', '1 दिसंबर 2026, 5:00', `in ${zone} write ${morning}`],
    ['with two offsets', `${morning}Z`, `write ${morning}`],
    ['with a place behind it', `${morning}, Velikara`, `write ${morning}`],
  ])('%s: %s', (_what, text, hint) => expect(hintOf(text)).toBe(hint))

  test.each(['now', '१', '年月日', '5 a.m.', 'Dec', '32 décembre 2026 à 9 h', '—'])(
    '%s: no day is made up',
    text => {
      expect(hintOf(text)).toMatch(/such as 2026-11-30T09:30:00\+05:30$|2026-11-30T05:00:00\+05:30$/)
    },
  )
})
