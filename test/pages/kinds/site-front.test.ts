import { describe, expect, test } from 'vitest'
import { siteFront } from '../../../src/pages/kinds/site-front.ts'
import { siteData } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at, contextOf, dataAt, newsroomOf, planOf, problemsOf, storyAt } from '../../rig/small-newsroom.ts'

const files: Files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm'),
  ...storyAt('2024-10-24T07:00:00+05:30', 'flash', { urgency: '2' }),
  ...storyAt('2024-10-24T06:00:00+05:30', 'match', { section: 'sport' }),
  ...Object.assign(
    {},
    ...[1, 2, 3, 4, 5, 6].map(day => storyAt(`2024-10-0${day}T08:00:00+05:30`, `old-${day}`)),
  ),
}
const front = (now = '2025-01-01T00:00:00Z', some: Files = files) => dataAt(planOf(some, at(now)), '/')

type Part = { name: string | null; shape: string; groups: { url: string }[][] }

/** What stands in each part, by slugs. */
const parts = (data: { parts: Part[] }) =>
  data.parts.map(({ name, shape, groups }) => [
    name ?? shape,
    groups.flat().map(({ url }) => url.split('/').at(-2)),
  ])

const frontWith = (fields: string, more: Files = {}) => ({
  ...files,
  ...more,
  'content/front.md': `---\n${fields}\n---\n`,
})

test('the front shows the day that holds it, what is urgent first', () => {
  expect(front().bulletin).toEqual({
    day: '2024-10-24',
    url: '/2024/10/24/',
    title: 'Thursday, 24 October 2024',
    zone: 'IST',
  })
  expect(parts(front())[0]).toEqual([
    'column',
    ['flash', 'storm', 'match', 'old-6', 'old-5', 'old-4', 'old-3', 'old-2'],
  ])
})

test('below it stand the newest of each section that the front does not show yet; of few, all together', () => {
  const more: Files = Object.assign(
    {},
    ...[11, 12, 13].map(hour => storyAt(`2024-10-24T${hour}:00:00+05:30`, `at-${hour}`)),
    storyAt('2024-09-01T08:00:00+05:30', 'game', { section: 'sport' }),
  )
  expect(parts(front('2025-01-01T00:00:00Z', { ...files, ...more }))).toEqual([
    ['column', ['flash', 'at-13', 'at-12', 'at-11', 'storm', 'match', 'old-6', 'old-5']],
    ['World', ['old-4', 'old-3', 'old-2', 'old-1']],
    ['More news', ['game']],
  ])
})

test('no story stands on the front twice', () => {
  const shown = front('2024-10-24T09:00:00+05:30').parts.flatMap((part: Part) => part.groups.flat())
  expect(new Set(shown.map(({ url }: { url: string }) => url)).size).toBe(shown.length)
})

test('the evening keeps the front at midnight, and the front knows when the new day takes it', () => {
  const night = { ...files, ...storyAt('2024-10-25T00:03:00+05:30', 'darts') }
  const now = '2024-10-25T00:10:00+05:30'
  expect(front(now, night).bulletin.day).toBe('2024-10-24')
  expect(parts(front(now, night))[0]).toEqual([
    'column',
    ['flash', 'storm', 'match', 'old-6', 'old-5', 'darts', 'old-4', 'old-3'],
  ])
  const { nextChange } = siteFront
  expect(nextChange(contextOf(newsroomOf(night), at(now)))).toBe(at('2024-10-25T06:00:00+05:30'))
  expect(front('2024-10-25T06:00:00+05:30', night).bulletin.day).toBe('2024-10-25')
})

test('a newsroom says with how many stories, and when, a new day takes the front over', () => {
  const site = `${siteData['_data/site.yaml']}fronts: { stories: 1, hour: "09:00" }\n`
  const night = { ...files, ...storyAt('2024-10-25T00:03:00+05:30', 'darts'), '_data/site.yaml': site }
  expect(front('2024-10-25T00:10:00+05:30', night).bulletin.day).toBe('2024-10-25')
})

test('the day of a story that is still held is not the latest', () => {
  expect(front('2024-10-10T00:00:00Z').bulletin.day).toBe('2024-10-06')
})

test('the front of a newsroom without stories stands all the same', () => {
  expect(front('2025-01-01T00:00:00Z', {})).toMatchObject({ bulletin: null, breaking: null, parts: [] })
})

test('a story may keep off fronts', () => {
  const off = { ...files, ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { front: 'false' }) }
  expect(JSON.stringify(front('2025-01-01T00:00:00Z', off))).not.toContain('storm')
  expect(JSON.stringify(dataAt(planOf(off, at('2025-01-01T00:00:00Z')), '/world/2024/10/'))).toContain(
    'storm',
  )
})

describe('breaking news', () => {
  const lead = 'lead: /sport/2024/10/24/match/'
  test.each([
    ['before the story', '2024-10-24T01:29:59Z', undefined],
    ['from its first second', '2024-10-24T01:30:00Z', '/world/2024/10/24/flash/'],
    ['to the end of six hours', '2024-10-24T07:29:59Z', '/world/2024/10/24/flash/'],
    ['not a second longer', '2024-10-24T07:30:00Z', undefined],
  ])('raises a banner %s', (_when, now, url) => expect(front(now, frontWith(lead)).breaking?.url).toBe(url))

  test('is not said twice: where it leads there is no banner', () => {
    expect(front('2024-10-24T09:00:00+05:30')).toMatchObject({ breaking: null, isLeadBreaking: true })
    expect(JSON.stringify(front('2024-10-24T09:00:00+05:30', frontWith(lead)).parts)).not.toContain('flash')
  })

  test('is the newest of two', () => {
    const two = frontWith(lead, storyAt('2024-10-24T09:00:00+05:30', 'newer', { urgency: '1' }))
    expect(front('2024-10-24T05:00:00Z', two).breaking.url).toBe('/world/2024/10/24/newer/')
  })

  test('ends by itself', () => {
    const nextChange = (now: string) => siteFront.nextChange(contextOf(newsroomOf(files), at(now)))
    expect(nextChange('2024-10-24T08:00:00+05:30')).toBe(at('2024-10-24T13:00:00+05:30'))
    expect(nextChange('2024-10-24T13:00:00+05:30')).toBeNull()
  })

  test('lasts as long as the newsroom says', () => {
    const site = `${siteData['_data/site.yaml']}breakingHours: 1.5\n`
    const short = frontWith(lead, { '_data/site.yaml': site })
    expect(front('2024-10-24T08:29:59+05:30', short).breaking).toMatchObject({ title: 'About flash' })
    expect(front('2024-10-24T08:30:00+05:30', short).breaking).toBeNull()
  })
})

describe('an editor', () => {
  const slugs = (fields: string, now?: string) => parts(front(now, frontWith(fields)))
  const leading = (fields: string, now?: string) => slugs(fields, now)[0]?.[1]

  test('says which story leads, by its address or its file', () => {
    for (const name of [
      '/sport/2024/10/24/match/',
      'https://news.example/sport/2024/10/24/match/',
      '2024/10/24/match',
      'content/stories/2024/10/24/match.md',
    ])
      expect(leading(`lead: ${name}`), name).toEqual([
        'match',
        ...['flash', 'storm', 'old-6', 'old-5', 'old-4', 'old-3', 'old-2'],
      ])
  })

  test('pins stories of any day behind the lead, until a time', () => {
    const pinned = 'pinned: [{ story: 2024/10/01/old-1, until: 2024-10-25T12:00:00+05:30 }, 2024/10/02/old-2]'
    expect(leading(pinned, '2024-10-25T11:59:59+05:30')).toEqual([
      'flash',
      ...['old-1', 'old-2', 'storm', 'match', 'old-6', 'old-5', 'old-4'],
    ])
    expect(leading(pinned, '2024-10-25T12:00:00+05:30')?.slice(0, 3)).toEqual(['flash', 'old-2', 'storm'])
    const context = contextOf(newsroomOf(frontWith(pinned)), at('2024-10-25T11:00:00+05:30'))
    expect(siteFront.nextChange(context)).toBe(at('2024-10-25T12:00:00+05:30'))
  })

  test('hides a story', () =>
    expect(JSON.stringify(slugs('hide: [2024/10/24/storm]'))).not.toContain('storm'))

  test('says what stands where', () => {
    const containers = [
      '- introduction',
      '- { stories: [2024/10/03/old-3, 2024/10/24/match], title: "Editors\' choice" }',
      '- top',
      '- bulletin',
      '- { section: world, most: 2, title: Elsewhere }',
    ]
    const front = { 'content/front.md': `---\ncontainers:\n${containers.join('\n')}\n---\nGood *morning*.\n` }
    const data = dataAt(planOf({ ...files, ...front }, at('2025-01-01T00:00:00Z')), '/')
    expect(data.body).toBe('Good *morning*.')
    expect(parts(data).map(([name]) => name)).toEqual(['introduction', ...['Editors’ choice', 'column']])
  })

  test('has the bulletin with its own numbers', () => {
    const data = front('2025-01-01T00:00:00Z', frontWith('containers: [bulletin, top]'))
    expect(data.parts[0]).toMatchObject({ shape: 'numbered', name: 'Thursday, 24 October 2024' })
    expect(data.parts[0].groups[0].map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3])
  })

  test.each([
    ['a container that says nothing', 'containers: [{ title: Empty }]', 'front-part'],
    ['one that says two things', 'containers: [{ section: world, topic: storm }]', 'front-part'],
    ['a part that is none', 'containers: [tops]', 'word-unknown'],
    ['a section that is none', 'containers: [{ section: wrld }]', 'section-unknown'],
    ['a lead without a place for it', 'lead: 2024/10/24/match\ncontainers: [sections]', 'front-without-top'],
    ['a field that is none', 'leed: 2024/10/24/match', 'field-unknown'],
  ])('is not understood: %s', (_case, fields, code) => {
    const problems = problemsOf(frontWith(fields))
    expect(problems.map(problem => problem.code)).toEqual([code])
    expect(problems[0]?.location).toMatchObject({ file: 'content/front.md' })
  })

  test('names a section’s front by a section that there is', () => {
    expect(problemsOf({ ...files, 'content/fronts/wrld.md': '---\n---\n' })).toMatchObject([
      { code: 'section-unknown', hint: expect.stringContaining('world') },
    ])
  })
})
