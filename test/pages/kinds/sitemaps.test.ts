import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filesOf, now, randomStories } from '../../rig/newsroom-arbitrary.ts'
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
const plan = planOf(files, later, [{ title: 'About', url: '/about/', file: 'content/pages/about.md' }])
const entries = (url: string): { url: string; lastChange: number | null }[] => dataAt(plan, url).entries

test('the index names the fronts and each month that has stories, with its newest change', () => {
  expect(dataAt(plan, '/sitemap.xml').sitemaps).toEqual([
    { url: '/sitemaps/fronts.xml', lastChange: at('2024-12-01T03:30:00Z') },
    { url: '/sitemaps/news.xml', lastChange: null },
    { url: '/sitemaps/2024-12.xml', lastChange: at('2024-12-01T03:30:00Z') },
    { url: '/sitemaps/2024-10.xml', lastChange: at('2024-11-26T02:30:00Z') },
  ])
})

test('a month names its live stories, its bulletins and the listings that they stand in, with their last changes', () => {
  expect(entries('/sitemaps/2024-10.xml')).toEqual([
    { url: '/world/2024/10/24/calm/', lastChange: at('2024-10-24T03:30:00Z') },
    { url: '/world/2024/10/24/storm/', lastChange: at('2024-11-26T02:30:00Z') },
    { url: '/2024/10/24/', lastChange: at('2024-11-26T02:30:00Z') },
    { url: '/bylines/jose-nunez/2024/10/', lastChange: at('2024-10-24T03:30:00Z') },
    { url: '/world/2024/10/', lastChange: at('2024-11-26T02:30:00Z') },
    { url: '/topics/nato/2024/10/', lastChange: at('2024-11-26T02:30:00Z') },
  ])
  expect(JSON.stringify(entries('/sitemaps/2024-12.xml'))).not.toContain('gone')
})

test('the fronts are those of the site and its listings, pages that there are but once, its months and its plain pages', () => {
  expect(urlsOf(entries('/sitemaps/fronts.xml'))).toEqual([
    '/',
    '/breaking/',
    '/nation/',
    '/sport/',
    '/world/',
    '/topics/nato/',
    '/bylines/jose-nunez/',
    '/archive/',
    '/topics/',
    '/series/',
    '/bylines/',
    '/corrections/',
    '/subscribe/',
    '/breaking/subscribe/',
    '/world/subscribe/',
    '/nation/subscribe/',
    '/sport/subscribe/',
    '/corrections/subscribe/',
    '/2024/12/',
    '/2024/10/',
    '/about/',
  ])
})

test('whatever the stories are, the sitemaps name each page that search engines may have, and no other', () => {
  const property = fc.property(randomStories(), stories => {
    const { pages } = planOf(filesOf(stories), now)
    const indexable = pages.filter(({ medium, data }) => medium === 'html' && !data.meta.noindex)
    const named = pages
      .filter(({ kind }) => kind === 'sitemap-fronts' || kind === 'sitemap-month')
      .flatMap(({ data }) => urlsOf(data.entries as { url: string }[]))
    expect(named.toSorted()).toEqual(urlsOf(indexable).toSorted())
    const others = pages
      .filter(({ kind }) => kind === 'sitemap-news' || kind === 'sitemap-pictures')
      .flatMap(({ data }) => urlsOf((data.news ?? data.pictured) as { url: string }[]))
    expect(others.filter(url => !named.includes(url))).toEqual([])
  })
  fc.assert(property, { numRuns: 60 })
})

test('a sitemap without stories has an index, the front, and no news', () => {
  const { pages } = planOf({})
  expect(urlsOf(pages.filter(page => page.kind.startsWith('sitemap')))).toEqual([
    '/sitemap.xml',
    '/sitemaps/fronts.xml',
    '/sitemaps/news.xml',
  ])
})
