import { describe, expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'
import { ghostExport, post } from '../ghost-export.ts'

const story = (date: string, more = '') => `---\ntitle: Pier\ndate: ${date}\n${more}---\n${sentence}\n`

/** The dates of stories by their files, and the notes on them. */
const datesOf = (
  files: Readonly<Record<string, string>>,
  changes: Parameters<typeof importFiles>[1] = {},
) => {
  const { stories, report, refusals } = importFiles(files, changes)
  const dates = Object.fromEntries(
    Object.values(stories).map(text => [
      /^ {2}from: (.+)$/m.exec(text)?.[1] ?? '',
      /^date: (.{19})/m.exec(text)?.[1]?.replace('T12:00:00', ''),
    ]),
  )
  const notes = report.files.flatMap(({ notes }) => notes.map(({ message }) => message))
  return { dates, refusals, stories, notes: notes.filter(each => !/summary|noon/.test(each)) }
}

describe('one date with a number above 12 decides the order of all', () => {
  it('the day first, also of dates that were read before it, and of updates', () => {
    const { dates, stories, notes } = datesOf({
      'a.md': story('1/2/2020', 'updated: 3/2/2020\n'),
      'b.md': story('25/12/2019'),
    })
    expect(dates).toEqual({ 'a.md': '2020-02-01', 'b.md': '2019-12-25' })
    expect(stories['2020/02/01/a.md']).toContain('updated: 2020-02-03T12')
    expect(notes.filter(each => each.includes('other dates of the archive show'))).toHaveLength(2)
  })

  it('the month first, each kind of dates by itself', () => {
    const { dates } = datesOf({
      'a.md': story('"1/2/2020"'),
      'b.md': story('12/25/2019'),
      'c.md': story('2.1.2021'),
      'd.md': story('25.12.2019'),
    })
    expect(dates).toMatchObject({ 'a.md': '2020-01-02', 'c.md': '2021-01-02' })
  })

  it('else it is the order of the language of the site, which an editor is told of', () => {
    const archive = { 'a.md': story('1/2/2020'), 'b.md': story('2.1.2020') }
    const { dates, notes } = datesOf(archive)
    expect(dates).toEqual({ 'a.md': '2020-02-01', 'b.md': '2020-01-02' })
    expect(notes).toContain('Guessed which number of a date is the day, as no date of the archive shows it')
    expect(datesOf(archive, { dayOrder: 'month first' }).dates).toEqual({
      'a.md': '2020-01-02',
      'b.md': '2020-02-01',
    })
  })

  it('the day in the name of a file decides for its own story', () => {
    expect(datesOf({ '2020-01-02-a.md': story('1/2/2020') }).dates).toEqual({
      '2020-01-02-a.md': '2020-01-02',
    })
  })
})

describe('a day in a path', () => {
  const plain = `---\ntitle: Pier\n---\n${sentence}\n`

  it.each([
    '20200102-pier.md',
    '2020_01_02_pier.md',
    '2020.01.02 pier.md',
    'pier-2020-01-02.md',
    'pier_20200102.md',
    'news/20200102/pier.md',
    'news/2020/01/02/pier/index.md',
    'news/2020/01/02-pier.md',
    'news/2020/0102-pier.md',
    'news/2020-01/02-pier.md',
  ])('%s', file => {
    const { dates, stories } = datesOf({ [file]: plain })
    expect(dates).toEqual({ [file]: '2020-01-02' })
    expect(Object.keys(stories)[0]).toMatch(/^2020\/01\/02\/(?:(?:01)?02-)?pier/)
  })

  it.each(['20209902-pier.md', 'pier-12345678.md', 'news/2020/13/pier.md'])('is not in %s', file => {
    expect(Object.keys(datesOf({ [file]: plain }).refusals)).toEqual([file])
  })

  it('is one of the calendar that was named, and old addresses keep its numbers', () => {
    const { stories } = datesOf(
      { '_config.yml': 'permalink: /:year/:month/:day/:title/\n', '_posts/1399-05-05-pier.md': plain },
      { calendar: 'persian' },
    )
    expect(stories['2020/07/26/pier.md']).toContain('aliases:\n  - /1399/05/05/pier/\n')
  })
})

describe('the day in an old address', () => {
  const config = 'permalink: /:year/:month/:day/:title/\ntimezone: Europe/Berlin\n'
  const aliasOf = (name: string, text: string) => {
    const { stories } = datesOf({ '_config.yml': config, [`_posts/${name}`]: text })
    return /aliases:\n {2}- (.+)/.exec(Object.values(stories)[0] ?? '')?.[1]
  }

  it('is that of the old site’s clock, also where no clock has the offset of a time', () => {
    expect(aliasOf('2015-06-15-pier.md', story('2015-06-15 09:05:00 +17:30'))).toBe('/2015/06/14/pier/')
    expect(aliasOf('2015-06-15-pier.md', story('2015-06-15 23:30:00 +0000'))).toBe('/2015/06/16/pier/')
  })

  it('is read as Ruby reads it', () => {
    expect(aliasOf('15-06-15-pier.md', `---\ntitle: Pier\n---\n${sentence}\n`)).toBe('/2015/06/15/pier/')
    expect(aliasOf('2015-06-15-pier.md', story('1/2/2015'))).toBe('/2015/02/01/pier/')
  })
})

describe('a time that nobody knows', () => {
  it('shares no second with another story of the section', () => {
    const { dates } = datesOf({
      'a.md': story('2020-05-04'),
      'b.md': story('2020-05-04'),
      'c.md': story('2020-05-04T12:00:01'),
      'd.md': story('2020-05-04T00:00:00Z'),
    })
    expect(Object.values(dates).toSorted()).toEqual([
      '2020-05-04',
      ...['2020-05-04T12:00:01', '2020-05-04T12:00:02', '2020-05-04T12:00:03'],
    ])
  })

  it('is not midnight where a program noted the times', () => {
    const published = { published_at: '2020-05-04T00:00:00.000Z' }
    const { dates } = datesOf({ 'ghost.json': ghostExport([post(1, published), post(2)]) })
    expect(Object.values(dates)).toContain('2020-05-04T02:00:00')
  })

  it('of an update that lies in the future is left out, and noted', () => {
    const { stories, notes } = datesOf({ 'a.md': story('2020-05-04', 'updated: 2031-01-01\n') })
    expect(stories['2020/05/04/a.md']).not.toContain('updated')
    expect(notes).toContain('Dropped the time of an update that lies in the future')
  })
})
