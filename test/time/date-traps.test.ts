// The table “Date and time traps” of the standards, row by row.

import { join } from 'node:path'
import { Settings } from 'luxon'
import { afterEach, expect, test } from 'vitest'
import { parseYaml } from '../../src/read/parse-yaml.ts'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { readClock } from '../../src/system/clock.ts'
import { listFiles, readText } from '../../src/system/files.ts'
import { parseInstant } from '../../src/time/parse-instant.ts'
import { createReaderTime } from '../../src/time/reader-time.ts'
import { rfc822, rfc3339 } from '../../src/time/wire-time.ts'
import { onMachines } from '../rig/other-machines.ts'
import { elements, feedOf } from '../rig/printed-feed.ts'
import { rfc822Pattern } from '../rig/rfc822-pattern.ts'
import { siteData, stringsIn } from '../rig/site-data.ts'
import { projectRoot } from '../rig/site-folder.ts'
import { at, later, planOf, problemsOf, storyAt, storyOf, validated } from '../rig/small-newsroom.ts'

const faultOf = (text: string, zone: string) => {
  const parsed = parseInstant(text, zone)
  return parsed.ok ? null : parsed.fault
}

const { defaultLocale } = Settings
afterEach(() => {
  Settings.defaultLocale = defaultLocale
})

test('date-only front matter: refused, with the whole time to write', () => {
  const [problem] = problemsOf(storyAt('2024-10-24', 'storm'))
  expect(problem).toMatchObject({ code: 'date-only', location: { line: 3, column: 7, length: 10 } })
  expect(problem?.hint).toBe('write both, such as 2024-10-24T09:30:00+05:30')
})

test('permalink by date: the folder is the day that the site’s own clock shows', () => {
  expect(storyOf({ date: '2024-10-23T20:00:00Z' }).url).toBe('/world/2024/10/24/story/')
  expect(onMachines(() => storyOf({ date: '2024-10-24T02:00:00+05:30' }).url)).toEqual([
    '/world/2024/10/24/story/',
  ])
})

test.each(['2026-03-05 09:00:00', '2026-03-05 09:00', '2026-03-05 09:00:00 +0530', '2026-03-05'])(
  'YAML implicit timestamp: %s stays the text that the editor wrote',
  text => {
    const yaml = `date: ${text}`
    const parsed = parseYaml({ file: 'story.md', text: yaml, start: 0, yaml })
    expect(parsed.ok && parsed.value.value).toEqual({ date: text })
  },
)

test('impossible date: 30 February is refused at its line, and never becomes 2 March', () => {
  expect(problemsOf(storyAt('2026-02-30T09:00:00+05:30', 'storm'))).toMatchObject([
    { code: 'date-impossible-day', hint: 'February 2026 ends on the 28th', location: { line: 3, column: 7 } },
  ])
})

test.each([
  ['date', { date: '2024-10-24 13:05' }],
  ['updated', { updated: '2024-10-24 13:05' }],
  ['embargo', { embargo: '2024-10-24 13:05' }],
  ['corrections.date', { corrections: '[{ date: 2024-10-24 13:05, text: wrong }]' }],
  ['withdrawn.date', { withdrawn: '{ date: 2024-10-24 13:05, reason: wrong }' }],
])('only `date` is special: %s is read by the one parser', (field, fields) => {
  const [problem] = problemsOf(storyAt('2024-10-24T09:30:00+05:30', 'storm', fields))
  expect(problem?.code).toBe('date-no-offset')
  expect(problem?.message).toMatch(new RegExp(`^${field}: `))
  expect(problem?.hint).toContain('2024-10-24T13:05:00+05:30')
})

test('summer time begins: a local time that the clocks skip is refused', () => {
  expect(faultOf('2026-03-29T02:30:00', 'Europe/Berlin')?.code).toBe('date-local-missing')
})

test('summer time ends: a local time that comes twice needs its offset, in July as in December', () => {
  const fault = faultOf('2026-10-25T02:30:00', 'Europe/Berlin')
  expect(fault?.code).toBe('date-local-twice')
  expect(fault?.hint).toBe('write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00')
})

test('lost offset: what was written with another offset is the same instant, shown in the site’s zone', () => {
  const { date } = storyOf({ date: '2024-10-24T06:00:00+09:00' })
  expect(onMachines(() => rfc3339(date, 'Asia/Kolkata'))).toEqual(['2024-10-24T02:30:00+05:30'])
})

test('invalid zone or date: nothing can print “Invalid DateTime”', () => {
  for (const write of Object.values(createReaderTime('Asia/Kolkata', 'en-IN')).slice(0, 3))
    expect(() => write(Number.NaN as never)).toThrow()
  expect(() => rfc3339(later, 'Asia/Atlantis')).toThrow()
  expect(() => rfc822(Number.NaN as never, 'Asia/Kolkata')).toThrow()
})

test('machine-zone pubDate: a feed has the same times wherever it is built', () => {
  const feeds = onMachines(() => feedOf(storyAt('2024-10-24T09:30:00+05:30', 'storm')))
  expect(feeds).toHaveLength(1)
  expect(elements(feeds[0] ?? '', 'pubDate')).toEqual(['Thu, 24 Oct 2024 09:30:00 +0530'])
})

test('24:00 hour: twelve minutes past midnight is 00:12 in a feed', () => {
  const feed = feedOf(storyAt('2024-10-24T00:12:03+05:30', 'storm'))
  expect(elements(feed, 'pubDate')).toEqual(['Thu, 24 Oct 2024 00:12:03 +0530'])
})

test('one-digit day, colon in the offset, no weekday: a feed’s dates have the validator’s form', () => {
  const feed = feedOf(storyAt('2024-10-05T09:30:00+05:30', 'storm'))
  expect(elements(feed, 'pubDate')).toEqual(['Sat, 05 Oct 2024 09:30:00 +0530'])
  for (const date of [...elements(feed, 'pubDate'), ...elements(feed, 'lastBuildDate')])
    expect(date).toMatch(rfc822Pattern)
})

test.each(['hi', 'ar-EG'])(
  'locale leak: a feed stays English on a machine and a site that speak %s',
  locale => {
    Settings.defaultLocale = locale
    const files = storyAt('2024-10-24T09:30:00+05:30', 'storm')
    const site = siteData['_data/site.yaml'].replace('en-IN', locale)
    const name = locale.slice(0, 2)
    const strings = { [`_data/strings/${name}.yaml`]: stringsIn(name) }
    const feed = feedOf({ ...files, ...strings, '_data/site.yaml': site })
    expect(elements(feed, 'pubDate')).toEqual(['Thu, 24 Oct 2024 09:30:00 +0530'])
  },
)

test('MMMM or LLLL: a month alone and a month in a date take their own forms in Russian', () => {
  const time = createReaderTime('Europe/Moscow', 'ru')
  expect(time.month('2024-10')).toContain('октябрь')
  expect(time.date(at('2024-10-24T04:00:00Z'))).toContain('октября')
})

test('hh and kkkk: no layout and no source writes a form of its own', () => {
  const tokens = /toFormat|\bhh\b|kkkk|\bdate\(|\| ?date\b|strftime/
  for (const [name, text] of readLayouts(projectRoot)) expect(text, name).not.toMatch(tokens)
  const own = listFiles(projectRoot, 'src').filter(
    file =>
      !file.startsWith('src/import/') &&
      /toFormat\((?!'ZZZZ'\))/.test(readText(join(projectRoot, file)) ?? ''),
  )
  expect(own).toEqual([])
  expect(createReaderTime('Asia/Kolkata', 'en-IN').date(at('2026-12-31T18:35:00Z'))).toBe('1 January 2027')
})

test('server zone hides a post: a held story is reported by name, with its release', () => {
  const files = storyAt('2024-10-24T09:30:00+05:30', 'storm')
  const held = onMachines(() => planOf(files, at('2024-10-24T03:59:59Z')).held)
  expect(held).toMatchObject([[{ title: 'About storm', release: at('2024-10-24T04:00:00Z') }]])
  expect(onMachines(() => planOf(files, at('2024-10-24T04:00:00Z')).held)).toEqual([[]])
})

test('future item in feed: no planned page knows of a story before its embargo', () => {
  const files = storyAt('2024-10-24T09:30:00+05:30', 'storm', { embargo: '2024-10-25T00:00:00Z' })
  const before = planOf(
    { ...storyAt('2024-10-01T09:30:00+05:30', 'calm'), ...files },
    at('2024-10-24T23:59:59Z'),
  )
  expect(JSON.stringify(before.pages)).not.toContain('storm')
  expect(JSON.stringify(before.pages)).toContain('calm')
})

test('lastBuildDate: the newest change of the stories, and never the clock', () => {
  const files = {
    ...storyAt('2024-10-24T09:30:00+05:30', 'storm', { updated: '2024-10-25T10:00:00+05:30' }),
    ...storyAt('2024-10-24T11:00:00+05:30', 'calm'),
    ...storyAt('2029-10-24T11:00:00+05:30', 'scheduled'),
  }
  for (const now of ['2024-10-25T04:30:00Z', '2026-01-01T00:00:00Z'])
    expect(elements(feedOf(files, at(now)), 'lastBuildDate')).toEqual(['Fri, 25 Oct 2024 10:00:00 +0530'])
})

test('empty feed: it has no date at all rather than the time of the build', () => {
  const feed = feedOf({})
  expect(feed).toContain('</channel>')
  expect(feed).not.toMatch(/[dD]ate>|: ?\d\d:\d\d/)
})

test('same time twice: seconds are kept, two stories of one second keep one order, and the editor is told', () => {
  const second = '2024-10-24T09:30:07+05:30'
  const one = storyAt(second, 'one')
  const two = storyAt(second, 'two')
  const links = (files: typeof one) => elements(feedOf(files), 'link')
  expect(links({ ...one, ...two })).toEqual(links({ ...two, ...one }))
  const checked = validated({ ...one, ...two })
  expect(checked.ok && checked.value.warnings).toMatchObject([{ code: 'date-shared' }])
  expect(elements(feedOf(one), 'pubDate')).toEqual(['Thu, 24 Oct 2024 09:30:07 +0530'])
})

test('CMS pickers: the present time is written with the offset of the site, not of the machine', () => {
  const written = onMachines(() => {
    const now = readClock('2024-10-24T04:00:00Z')
    return now.ok ? rfc3339(now.value, 'Asia/Kolkata') : ''
  })
  expect(written).toEqual(['2024-10-24T09:30:00+05:30'])
})

test('tzdata drift: Node says which zone rules it has, and they know the changes that our zones rely on', () => {
  expect(process.versions.tz).toMatch(/^20\d\d[a-z]$/)
  // Mexico and Jordan gave up changing their clocks in October 2022.
  expect(rfc3339(at('2024-07-01T12:00:00Z'), 'America/Mexico_City')).toBe('2024-07-01T06:00:00-06:00')
  expect(rfc3339(at('2024-12-01T12:00:00Z'), 'Asia/Amman')).toBe('2024-12-01T15:00:00+03:00')
})
