import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateStyle, plainStyle } from '../../../src/import/times/date-style.ts'
import { otherCalendars } from '../../../src/import/times/other-calendar.ts'
import { readWrittenTime } from '../../../src/import/times/read-written-time.ts'

/** "2020-05-03 14:05:00 +02:00", with what the report says; or what is wrong. */
const read = (value: unknown, style: Partial<DateStyle> = {}) => {
  const reading = readWrittenTime(value, { ...plainStyle, ...style })
  if (reading.kind !== 'read') return { time: `${reading.kind}: ${reading.reason}`, guesses: [] }
  const { local, hasClock, zone } = reading.time
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${local.year}-${two(local.month)}-${two(local.day)}`
  const clock = hasClock ? ` ${two(local.hour)}:${two(local.minute)}:${two(local.second)}` : ''
  return { time: `${day}${clock}${zone === null ? '' : ` ${zone}`}`, guesses: reading.guesses }
}

const dayLength = 86_400_000
const anyDay = (from: number, to: number) =>
  fc.integer({ min: Date.UTC(from, 0, 1) / dayLength, max: Date.UTC(to, 11, 31) / dayLength }).map(day => {
    const time = day * dayLength
    return { time, iso: new Date(time).toISOString().slice(0, 10) }
  })

describe('a date in any language is the day that Intl wrote', () => {
  const languages = [
    ...'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv'.split(
      ' ',
    ),
    ...'mk mr ms nb nl pl pt ro ru sk sl sq sr sr-Latn sv sw ta th tr uk ur vi zh zh-Hant'.split(' '),
  ]
  const styles = ['long', 'full'] as const

  it('with the day of the week and the time of day, in the digits of the language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom(...styles),
        anyDay(1900, 2099),
        (language, dateStyle, { time, iso }) => {
          const format = (timeStyle?: 'short') =>
            new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
              ...{ timeZone: 'UTC', dateStyle, ...(timeStyle && { timeStyle }) },
            }).format(time + (15 * 60 + 7) * 60_000)
          const style = { languages: [language] }
          expect(read(format(), style).time, format()).toBe(iso)
          expect(read(format('short'), style).time, format('short')).toBe(`${iso} 15:07:00`)
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each([
    ['3 de marzo de 2020 a las 3:07', '2020-03-03 03:07:00'],
    ['le 1er mai 2020 à 14h05', '2020-05-01 14:05:00'],
    ['mar. 5 mai 2020', '2020-05-05'],
    ['Samstag, 2. Jänner 2021, 9.30 Uhr', '2021-01-02 09:30:00'],
    ['3 марта 2020 г.', '2020-03-03'],
    ['2020年5月1日15時30分', '2020-05-01 15:30:00'],
    ['2020. május 1.', '2020-05-01'],
    ['۱۴ مارس ۲۰۲۰', '2020-03-14'],
    ['03-Jan-2020', '2020-01-03'],
    ['Sept 3, 2020', '2020-09-03'],
    ['Thu May 20 10:30:00 2010', '2010-05-20 10:30:00'],
    ['Thu May 20 10:30:00 UTC 2010', '2010-05-20 10:30:00 Z'],
  ])('%s', (written, time) => {
    expect(read(written, { languages: ['de-AT'] }).time).toBe(time)
  })

  it('asks which language it is where two have the name for different months', () => {
    expect(read('3 listopada 2020').time).toMatch(/^unclear: “listopada” is another month/)
    expect(read('3 listopada 2020', { languages: ['pl'] }).time).toBe('2020-11-03')
    expect(read('3. listopada 2020.', { languages: ['hr'] }).time).toBe('2020-10-03')
  })
})

describe('a date of another calendar is the day that Intl has for it', () => {
  const inNumbers = otherCalendars.filter(calendar => !['hebrew', 'chinese', 'dangi'].includes(calendar))

  it('in numbers, also in those of other scripts', () => {
    const scripts = ['latn', 'arab', 'arabext', 'deva', 'thai', 'fullwide']
    fc.assert(
      fc.property(
        fc.constantFrom(...inNumbers),
        fc.constantFrom(...scripts),
        anyDay(1930, 2090),
        (calendar, script, { time, iso }) => {
          const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-${script}`, {
            ...{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' },
          }).formatToParts(time)
          const part = (name: string) => parts.find(({ type }) => type === name)?.value
          const written = `${part('year')}/${part('month')}/${part('day')}`
          fc.pre(/^\p{Nd}{3,4}\//u.test(written))
          expect(read(written, { calendar }).time, `${calendar} ${written}`).toBe(iso)
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each([
    ['persian', '۵ مرداد ۱۳۹۹، ساعت ۹:۳۰', '2020-07-26 09:30:00'],
    ['persian', '1399-05-05T09:30:00+04:30', '2020-07-26 09:30:00 +04:30'],
    ['persian', '99/5/5', '2020-07-26'],
    ['hebrew', '5 Sivan 5780', '2020-05-28'],
    ['hebrew', '12 Adar II 5782', '2022-03-15'],
    ['islamic-umalqura', 'Dhuʻl-Qiʻdah 2, 1441 AH', '2020-06-23'],
    ['ethiopic', '2012-13-05', '2020-09-10'],
    ['roc', '民國109年5月24日', '2020-05-24'],
    ['buddhist', '24 พฤษภาคม 2563', '2020-05-24'],
  ])('%s: %s', (calendar, written, time) => {
    expect(read(written, { calendar, order: 'year first' }).time).toBe(time)
  })

  it('and one of ours where the other calendar has no such year', () => {
    expect(read('2020-07-26', { calendar: 'persian' })).toEqual({
      time: '2020-07-26',
      guesses: ['Read a date that the calendar persian does not have as one of ours'],
    })
    expect(read('1399-12-31', { calendar: 'persian' }).time).toMatch(
      /^impossible: there is no 31 of month 12/,
    )
    expect(read('1399-05-05').time).toMatch(/^impossible: .*--calendar/)
  })
})

describe('a date without names', () => {
  const asSheet = (iso: string) => Date.parse(iso) / dayLength + 25_569

  it.each([
    ['2020-W01-5', '2020-01-03'],
    ['2020W537', '2021-01-03'],
    ['2020-060', '2020-02-29'],
    ['2020060', '2020-02-29'],
    ['20200102153000', '2020-01-02 15:30:00'],
    ['202001021530', '2020-01-02 15:30:00'],
    ['20200102T153000Z', '2020-01-02 15:30:00 Z'],
    ['2020-01-02 9 pm', '2020-01-02 21:00:00'],
    ['2020-01-02 0930', '2020-01-02 09:30:00'],
    ['2020-01-02 14h05', '2020-01-02 14:05:00'],
    ['2020-01-02 10:00 America/New_York', '2020-01-02 10:00:00 America/New_York'],
  ])('%s', (written, time) => {
    expect(read(written)).toEqual({ time, guesses: [] })
  })

  it.each([
    [asSheet('2020-01-02'), '2020-01-02', 'day of a spreadsheet'],
    [asSheet('2020-01-02T18:00:00Z'), '2020-01-02 18:00:00', 'day of a spreadsheet'],
    [1_577_966_400, '2020-01-02 12:00:00 Z', 'Unix time'],
    [1_577_966_400_000, '2020-01-02 12:00:00 Z', 'Unix time'],
    ['1577966400000000', '2020-01-02 12:00:00 Z', 'Unix time'],
    ['2020-01-02 09', '2020-01-02 09:00:00', 'as the hour'],
    ['25.12.99', '1999-12-25', 'year of two digits'],
    ['12/25/20', '2020-12-25', 'year of two digits'],
  ])('%s is a guess that is told', (written, time, guess) => {
    const found = read(written)
    expect(found.time).toBe(time)
    expect(found.guesses).toEqual([expect.stringContaining(guess)])
  })

  it.each(['2019-W53-1', '2019-366', '32/12/2020', '2020-02-30'])('%s is impossible', written => {
    expect(read(written).time).toMatch(/^impossible: /)
  })

  it.each([
    '42',
    '2020',
    '2020-W05',
    'May 2020',
    '3 Foo 2020',
    'March 2020, week 2',
    '2020-01-02 soon',
    'v1.2.3',
    '1.2.3',
    '10:30',
  ])('%s is none', written => {
    expect(read(written).time).toMatch(/^unreadable: /)
  })

  it.each(['1/2/2020', '2.1.2020', '02-01-20'])('%s could be several', written => {
    expect(read(written).time).toMatch(/^unclear: “.*” could be (?:two|three) dates/)
  })
})
