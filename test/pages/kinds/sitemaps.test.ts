import { expect, test } from 'vitest'
import { at, dataAt, later, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { tags: '[nato]', updated: '2024-11-26T08:00:00+05:30' }),
  ...storyAt('2024-10-24T09:00:00+05:30', 'calm', { authors: '[José Núñez]' }),
  ...storyAt('2024-12-01T09:00:00+05:30', 'match', { section: 'sport' }),
  ...storyAt('2024-12-02T09:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-12-03T00:00:00Z, reason: no }',
  }),
  ...storyAt('2024-09-02T09:00:00+05:30', 'draft', { draft: 'true' }),
}
const plan = planOf(files, later, [{ title: 'About', url: '/about/' }])
const entries = (url: string): { url: string; lastChange: number | null }[] => dataAt(plan, url).entries

test('the index names the fronts and each month that has stories, with its newest change', () => {
  expect(dataAt(plan, '/sitemap.xml').sitemaps).toEqual([
    { url: '/sitemaps/fronts.xml', lastChange: at('2024-12-01T03:30:00Z') },
    { url: '/sitemaps/news.xml', lastChange: null },
    { url: '/sitemaps/2024-12.xml', lastChange: at('2024-12-01T03:30:00Z') },
    { url: '/sitemaps/2024-10.xml', lastChange: at('2024-11-26T02:30:00Z') },
  ])
})

test('a month names its live stories and its bulletins, with their last changes', () => {
  expect(entries('/sitemaps/2024-10.xml')).toEqual([
    { url: '/world/2024/10/24/calm/', lastChange: at('2024-10-24T03:30:00Z') },
    { url: '/world/2024/10/24/storm/', lastChange: at('2024-11-26T02:30:00Z') },
    { url: '/2024/10/24/', lastChange: at('2024-11-26T02:30:00Z') },
  ])
  expect(JSON.stringify(entries('/sitemaps/2024-12.xml'))).not.toContain('gone')
})

test('the fronts are those of the site, its listings, its months and its plain pages', () => {
  expect(urlsOf(entries('/sitemaps/fronts.xml'))).toEqual([
    '/',
    '/breaking/',
    '/sport/',
    '/world/',
    '/topics/nato/',
    '/bylines/jose-nunez/',
    '/2024/12/',
    '/2024/10/',
    '/about/',
  ])
})

test('every address in a sitemap is a page of the plan, or a plain page', () => {
  const planned = new Set([...urlsOf(plan.pages), '/about/'])
  const named = plan.pages
    .filter(page => page.kind.startsWith('sitemap'))
    .flatMap(({ data }) =>
      urlsOf((data.entries ?? data.sitemaps ?? data.news ?? data.pictured) as { url: string }[]),
    )
  expect(named.filter(url => !planned.has(url))).toEqual([])
})

test('a sitemap without stories has an index, the front, and no news', () => {
  const { pages } = planOf({})
  expect(urlsOf(pages.filter(page => page.kind.startsWith('sitemap')))).toEqual([
    '/sitemap.xml',
    '/sitemaps/fronts.xml',
    '/sitemaps/news.xml',
  ])
})
