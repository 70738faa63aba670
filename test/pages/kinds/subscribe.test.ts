import { describe, expect, test } from 'vitest'
import { siteData } from '../../rig/site-data.ts'
import { dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', {
    tags: '[nato]',
    authors: '[asha-rao]',
    live: 'true',
    title: 'The storm, as it comes',
  }),
  ...storyAt('2024-10-25T08:00:00+05:30', 'gone', {
    tags: '[harbour]',
    withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: no }',
  }),
}
const plan = planOf(files)
const withFeeds = (feeds: string) =>
  planOf({ ...files, '_data/site.yaml': `${siteData['_data/site.yaml']}feeds: ${feeds}\n` })

describe('a page that says how to follow a feed', () => {
  test('stands beside each front that has feeds, and beside each live blog', () => {
    expect(urlsOf(plan.pages.filter(({ kind }) => kind === 'subscribe'))).toEqual([
      '/breaking/subscribe/',
      '/bylines/asha-rao/subscribe/',
      '/corrections/subscribe/',
      '/nation/subscribe/',
      '/sport/subscribe/',
      '/subscribe/',
      '/topics/nato/subscribe/',
      '/world/2024/10/24/storm/subscribe/',
      '/world/subscribe/',
    ])
  })

  test('names its feedAddresses and three programs', () => {
    const { feedAddresses, readers, meta } = dataAt(plan, '/topics/nato/subscribe/')
    expect(feedAddresses).toEqual([
      { name: 'RSS', url: '/topics/nato/rss.xml' },
      { name: 'Atom', url: '/topics/nato/atom.xml' },
      { name: 'JSON Feed', url: '/topics/nato/feed.json' },
    ])
    expect(readers).toHaveLength(3)
    expect(meta).toMatchObject({
      title: expect.stringContaining('NATO'),
      feed: { name: 'NATO', url: '/topics/nato/' },
      crumbs: [{ url: '/' }, { url: '/topics/nato/' }],
    })
  })

  test('names only the formats that there are', () => {
    expect(dataAt(withFeeds('{ formats: [atom] }'), '/subscribe/').feedAddresses).toEqual([
      { name: 'Atom', url: '/atom.xml' },
    ])
  })

  test('of the site leads to those of all sections', () => {
    const others = dataAt(plan, '/subscribe/').others
    expect(urlsOf(others)).toEqual([
      '/breaking/subscribe/',
      '/world/subscribe/',
      '/nation/subscribe/',
      '/sport/subscribe/',
      '/corrections/subscribe/',
    ])
    expect(dataAt(plan, '/world/subscribe/').others).toEqual([])
  })
})

describe('the list of all feeds', () => {
  type Group = {
    readonly name: string
    readonly feeds: readonly { readonly name: string; readonly feed: string }[]
  }
  const groupsOf = (some: typeof plan) =>
    (dataAt(some, '/feeds.opml').groups as Group[]).map(({ name, feeds }) => [
      name,
      ...feeds.map(({ feed }) => feed),
    ])

  test('has the site, its sections, and every topic and byline that has a live story', () => {
    expect(groupsOf(plan)).toEqual([
      ['The Test Bulletin', '/rss.xml', '/breaking/rss.xml', '/corrections/rss.xml'],
      ['Sections', '/world/rss.xml', '/nation/rss.xml', '/sport/rss.xml'],
      ['Topics', '/topics/nato/rss.xml'],
      ['Bylines', '/bylines/asha-rao/rss.xml'],
    ])
  })

  test('is of Atom where there is no RSS, and is not there where there is neither', () => {
    expect(groupsOf(withFeeds('{ formats: [json, atom] }'))[0]).toContain('/atom.xml')
    expect(urlsOf(withFeeds('{ formats: [json] }').pages)).not.toContain('/feeds.opml')
  })
})
