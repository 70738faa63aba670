import { describe, expect, test } from 'vitest'
import type { PlainPage } from '../../src/domain/newsroom.ts'
import { findConflicts } from '../../src/plan/find-conflicts.ts'
import { planOf, storyAt } from '../rig/small-newsroom.ts'

const file = 'content/stories/2024/10/24/storm.md'
const storm = (aliases: string) => ({
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { aliases, tags: '[nato]', authors: '[asha-rao]' }),
  ...storyAt('2024-10-24T09:00:00+05:30', 'other', {
    corrections: '[{ date: 2024-10-25T00:00:00Z, text: no }]',
  }),
})
const others = (staticFiles: readonly string[], plainPages: readonly PlainPage[] = []) => ({
  staticFiles,
  plainPages,
})
const conflicts = (aliases: string) => findConflicts(planOf(storm(aliases)), others([]))

describe('an alias cannot take the place of a page of the site', () => {
  test.each([
    '/',
    '/index.html',
    '/rss.xml',
    '/robots.txt',
    '/404.html',
    '/sitemap.xml',
    '/sitemaps/2024-10.xml',
    '/world/',
    '/WORLD',
    '/sport/index.html',
    '/world/rss.xml',
    '/world/2024/10/',
    '/2024/10/',
    '/2024/10/24',
    '/topics/nato/',
    '/bylines/asha-rao/rss.xml',
    '/archive/',
    '/corrections/',
    '/corrections/2024/10/',
  ])('%s', path => {
    const problems = conflicts(`[${path}]`)
    expect(problems).toMatchObject([{ code: 'url-taken', severity: 'error', place: { file } }])
    expect(problems[0]?.message).toContain('alias')
  })

  test.each([
    '/2019/05/old-name/',
    '/2024/10/25/',
    '/worldly/',
    '/2024/',
    '/archive/2013/storm.html',
    '/topics/storm/',
  ])('%s is free', path => expect(conflicts(`[${path}]`)).toEqual([]))
})

test('a newsroom without stories has no conflicts', () =>
  expect(findConflicts(planOf({}), others([]))).toEqual([]))

describe('a static file cannot take the place of a page, nor of the folder it stands in', () => {
  test.each([
    'robots.txt',
    'rss.xml',
    'index.html',
    'world',
    'World/index.html',
    '2024',
    '404.html/logo.svg',
  ])('%s', staticFile => {
    const problems = findConflicts(planOf(storm('[]')), others([staticFile]))
    expect(problems[0]).toMatchObject({ code: 'url-taken', place: { file: `content/static/${staticFile}` } })
  })

  test('others are free', () => {
    expect(
      findConflicts(
        planOf(storm('[]')),
        others(['favicon.svg', 'images/a.svg', 'world.svg', '.well-known/x']),
      ),
    ).toEqual([])
  })
})

test('an alias cannot take the place of a picture, nor of a plain page', () => {
  const file = 'content/stories/2024/10/24/storm.md'
  const image = '{ src: p.png, alt: A picture, credit: Desk }'
  const fields = { image, aliases: '[/media/2024/10/24/p.png, /about]' }
  const plan = planOf(storyAt('2024-10-24T08:00:00+05:30', 'storm', fields))
  expect(findConflicts(plan, others([], [{ title: 'About', url: '/about/' }]))).toMatchObject([
    { code: 'url-taken', message: expect.stringContaining('“About”'), place: { file } },
    { code: 'url-taken', message: expect.stringContaining('picture') },
  ])
})
