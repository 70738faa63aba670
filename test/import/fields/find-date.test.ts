import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDate } from '../../../src/import/fields/find-date.ts'
import { createNotes } from '../../../src/import/report/note.ts'
import { type DateRules, plainDateRules } from '../../../src/import/times/read-date.ts'
import { instantsOfLocal } from '../../../src/time/local-time.ts'
import { rfc3339 } from '../../../src/time/wire-time.ts'

const zone = 'America/New_York'

const read = (value: unknown, file = 'story.md', more: Partial<DateRules> = {}) => {
  const { notes, addNote } = createNotes()
  const date = findDate(value, file, { ...plainDateRules(zone), ...more }, addNote)
  return {
    date: date.ok ? rfc3339(date.value.instant, zone) : date.fault,
    notes: notes.map(note => note.message),
  }
}

describe('a date is read in any spelling that can mean only one thing', () => {
  it.each([
    ['2015-06-15 12:30:00 -4', '2015-06-15T12:30:00-04:00'],
    ['2015-06-15 9:05:00 -0400', '2015-06-15T09:05:00-04:00'],
    ['2015-06-15T12:30:00Z', '2015-06-15T08:30:00-04:00'],
    ['2015-06-15T12:30', '2015-06-15T12:30:00-04:00'],
    ['2015-01-15 12:30 PM', '2015-01-15T12:30:00-05:00'],
    ['2015/06/15 12:00 am', '2015-06-15T00:00:00-04:00'],
    ['Mon, 15 Jun 2015 12:30:00 +0000', '2015-06-15T08:30:00-04:00'],
    ['Thu Jun 18 2015 10:00:00 GMT+0200 (CEST)', '2015-06-18T04:00:00-04:00'],
    ['June 15, 2015 at 3:04 pm', '2015-06-15T15:04:00-04:00'],
    ['15 June 2015', '2015-06-15T12:00:00-04:00'],
    ['June 15th, 2015', '2015-06-15T12:00:00-04:00'],
    ['15.06.2015', '2015-06-15T12:00:00-04:00'],
    ['6/15/2015', '2015-06-15T12:00:00-04:00'],
    ['20150615', '2015-06-15T12:00:00-04:00'],
    [20150615, '2015-06-15T12:00:00-04:00'],
    [1434371400, '2015-06-15T08:30:00-04:00'],
    ['1434371400000', '2015-06-15T08:30:00-04:00'],
    ['2015-06-15 12:30 Europe/Berlin', '2015-06-15T06:30:00-04:00'],
  ])('%s', (written, expected) => {
    expect(read(written).date).toBe(expected)
  })

  it('takes noon for a date alone, so that its day is the same everywhere', () => {
    expect(read('2015-06-15')).toEqual({
      date: '2015-06-15T12:00:00-04:00',
      notes: ['Used noon, as the date has no time of day'],
    })
    expect(read('2015-06-15T00:00:00.000Z').date).toBe('2015-06-15T12:00:00-04:00')
  })

  it('goes on where the clocks skip an hour, and takes the earlier where they repeat one', () => {
    expect(read('2015-03-08 02:30')).toMatchObject({
      date: '2015-03-08T03:30:00-04:00',
      notes: [expect.stringContaining('forward')],
    })
    expect(read('2015-11-01 01:30')).toMatchObject({
      date: '2015-11-01T01:30:00-04:00',
      notes: [expect.stringContaining('back')],
    })
  })

  it.each(['+17:30', '-13:00', '+1730', '+5:99'])(
    'reads a time whose offset no clock has in the zone of the site: %s',
    offset => {
      expect(read(`2015-06-15 09:05:00 ${offset}`)).toEqual({
        date: '2015-06-15T09:05:00-04:00',
        notes: ['Read a time as one of the zone of the site, as no clock has its offset'],
      })
    },
  )

  it('falls back to the name of the file, but never on an impossible date', () => {
    expect(read(null, 'posts/2014-03-12-x.md').date).toBe('2014-03-12T12:00:00-04:00')
    expect(read('Last Modified', 'posts/2014-03-12-x.md').date).toBe('2014-03-12T12:00:00-04:00')
    expect(read(null, '2014/03/12/x.md').date).toBe('2014-03-12T12:00:00-04:00')
    expect(read('2015-02-30', 'posts/2014-03-12-x.md').date).toContain('impossible')
    expect(read('2015-06-15 25:00').date).toContain('impossible')
    expect(read(null, 'posts/2014-13-12-x.md').date).toContain('impossible')
  })
})

describe('any date', () => {
  const part = (min: number, max: number) => fc.integer({ min, max })
  it('comes back as it was written, unless the clocks skip it', () => {
    fc.assert(
      fc.property(
        part(1970, 2099),
        part(1, 12),
        part(1, 28),
        part(0, 23),
        part(0, 59),
        part(0, 59),
        (year, month, day, hour, minute, second) => {
          const two = (value: number) => String(value).padStart(2, '0')
          const written = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
          fc.pre(instantsOfLocal({ year, month, day, hour, minute, second }, zone).length > 0)
          expect(read(written).date.slice(0, 19)).toBe(written)
        },
      ),
    )
  })

  it('never throws, whatever stands in the field', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer(), fc.double(), fc.date()),
        value => void read(String(value)),
      ),
      { examples: [['9999999999999']] },
    )
  })
})
