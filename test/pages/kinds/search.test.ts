import { describe, expect, test } from 'vitest'
import { siteData } from '../../rig/site-data.ts'
import { dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const searched = { '_data/site.yaml': `${siteData['_data/site.yaml']}search: true\n` }
const stories = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { tags: '[nato, elan, bridges]' }),
  ...storyAt('2024-09-24T08:00:00+05:30', 'calm'),
  ...storyAt('2022-01-01T08:00:00+05:30', 'new-year', { tags: '[bridges]' }),
  ...storyAt('2021-01-01T08:00:00+05:30', 'held', { embargo: '2035-01-01T00:00:00Z', tags: '[secret]' }),
}

describe('The search page', () => {
  test('is not there, nor its script, unless the site says so', () => {
    const urls = urlsOf(planOf(stories).pages)
    expect(urls.filter(url => url.startsWith('/search/'))).toEqual([])
    const found = urlsOf(planOf({ ...searched, ...stories }).pages)
    expect(found.filter(url => url.startsWith('/search/'))).toEqual(['/search/', '/search/search.js'])
  })

  test('leads to all topics and months that have live stories', () => {
    const { topics, years } = dataAt(planOf({ ...searched, ...stories }), '/search/')
    expect(topics).toEqual([
      { name: 'Bridges', url: '/topics/bridges/' },
      { name: 'Elan', url: '/topics/elan/' },
      { name: 'NATO', url: '/topics/nato/' },
    ])
    expect(years).toEqual([
      {
        year: '2024',
        months: [
          { name: 'September', url: '/2024/09/' },
          { name: 'October', url: '/2024/10/' },
        ],
      },
      { year: '2022', months: [{ name: 'January', url: '/2022/01/' }] },
    ])
  })

  test('stays light when there are very many topics: the directory has them', () => {
    const tags = (from: number) =>
      `[${Array.from({ length: 84 }, (_, at) => `topic-${from + at}`).join(', ')}]`
    const many = {
      ...storyAt('2024-10-24T08:00:00+05:30', 'one', { tags: tags(0) }),
      ...storyAt('2024-10-24T09:00:00+05:30', 'other', { tags: tags(84) }),
      ...storyAt('2024-10-24T10:00:00+05:30', 'third', { tags: tags(168) }),
    }
    expect(dataAt(planOf({ ...searched, ...many }), '/search/').topics).toEqual([])
  })

  test('does not change with each story', () => {
    const before = dataAt(planOf({ ...searched, ...stories }), '/search/')
    const more = storyAt('2024-10-24T09:00:00+05:30', 'more', { tags: '[nato]' })
    expect(dataAt(planOf({ ...searched, ...stories, ...more }), '/search/')).toEqual(before)
  })
})
