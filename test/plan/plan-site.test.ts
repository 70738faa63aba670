import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editors } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { pageKinds } from '../../src/pages/page-kinds.ts'
import { outputPathOf } from '../../src/store/output.ts'
import { now as clock, filesOf, randomStories } from '../rig/newsroom-arbitrary.ts'
import { nightOf } from '../rig/night.ts'
import { siteData } from '../rig/site-data.ts'
import { at, dataAt, later, planOf, storyAt, urlsOf } from '../rig/small-newsroom.ts'

const picture = (src: string) => `{ src: ${src}, alt: A ship, credit: Tom Field }`
const files = {
  ...storyAt('2024-10-23T06:00:00+05:30', 'quays', { series: 'harbour-works' }),
  ...storyAt('2024-09-24T08:00:00+05:30', 'calm'),
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', {
    urgency: '1',
    tags: '[nato]',
    authors: '[asha-rao]',
    aliases: '[/old/storm/]',
    image: picture('harbour.svg'),
    corrections: '[{ date: 2024-10-25T00:00:00Z, text: no }]',
  }),
  ...storyAt('2024-10-24T09:00:00+05:30', 'gone', {
    image: picture('gone.svg'),
    withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }',
  }),
  ...storyAt('2024-10-24T10:00:00+05:30', 'draft', { draft: 'true', image: picture('draft.svg') }),
  ...storyAt('2024-10-24T11:00:00+05:30', 'held', {
    embargo: '2035-01-01T00:00:00Z',
    image: picture('held.svg'),
  }),
  '_data/site.yaml': `${siteData['_data/site.yaml']}llms: true
search: true
feeds: { newest: 1 }
indexNow: { key: 0123456789abcdef }
icons: [{ src: /favicon.svg, sizes: 512x512, type: image/svg+xml }]
security: { contact: ["mailto:a@b.example"], expires: 2035-01-01T00:00:00Z }
`,
  '_data/redirects.yaml': '/old/page.html: /about/\n/shop/2012/: gone\n',
  ...storyAt('2024-10-24T00:00:00+05:30', 'night', { live: 'true' }, nightOf(90)),
  ...storyAt('2024-10-24T12:00:00+05:30', 'sooner', { embargo: '2034-01-01T00:00:00Z' }),
}
const plan = planOf(files)

test('a small newsroom has every kind of page', () => {
  expect(new Set(plan.pages.map(page => page.kind))).toEqual(new Set(pageKinds.map(kind => kind.name)))
})

test('a newsroom without stories has the pages that its menus lead to, and no others', () => {
  const followed = ['/', '/breaking/', '/corrections/', '/nation/', '/sport/', '/world/']
  expect(urlsOf(planOf({}).pages)).toEqual(
    [
      '/',
      '/.well-known/trust.txt',
      '/404.html',
      '/_headers',
      '/ads.txt',
      '/archive/',
      '/bylines/',
      '/changes/departures.json',
      '/changes/index.json',
      '/feeds.opml',
      '/humans.txt',
      '/robots.txt',
      '/series/',
      '/sitemap.xml',
      '/sitemaps/fronts.xml',
      '/sitemaps/news.xml',
      '/topics/',
      '/trust.txt',
      ...followed.slice(1),
      ...followed.flatMap(front =>
        ['atom.xml', 'feed.json', 'rss.xml', 'subscribe/'].map(name => front + name),
      ),
    ].sort(),
  )
})

test('pages stand once, in the order of their urls, each with its file and its name', () => {
  const urls = urlsOf(plan.pages)
  expect(urls).toEqual([...new Set(urls)].sort())
  for (const { url, kind, output, data } of plan.pages) {
    expect(output).toBe(outputPathOf(url))
    expect(data.meta).toMatchObject({ url, kind })
    // Nobody sees those of data.
    if (!output.endsWith('.json')) expect(data.meta.title).not.toBe('')
  }
})

test('the directories name what has live stories, in the order of the language', () => {
  const both = planOf({
    ...files,
    ...storyAt('2024-10-23T08:00:00+05:30', 'more', { authors: '[Zoë X, Élise Aubert]' }),
  })
  const names = both.pages.find(page => page.url === '/bylines/')?.data.entries as { name: string }[]
  expect(names.map(({ name }) => name)).toEqual(['Asha Rao', 'Élise Aubert', 'Zoë X'])
})

test('the archive counts the live stories of each month', () => {
  const archive = plan.pages.find(page => page.url === '/archive/')
  expect(archive?.data.years).toEqual([
    {
      year: '2024',
      months: [
        { name: 'September', url: '/2024/09/', count: 1 },
        { name: 'October', url: '/2024/10/', count: 3 },
      ],
    },
  ])
})

test('only pictures of live stories are published: another would give its story away', () => {
  expect(plan.copies).toMatchObject([
    {
      from: 'content/stories/2024/10/24/harbour.svg',
      to: expect.stringMatching(/^media\/hashed\/2024\/10\/24\/harbour-\w{8}\.svg$/),
    },
  ])
})

test('a picture of the whole site, and one that two stories show, are published once', () => {
  const shared = {
    ...storyAt(
      '2024-10-24T08:00:00+05:30',
      'one',
      { image: picture('a b.svg') },
      '![A](ü.svg) and ![B](/logo.svg)\n',
    ),
    ...storyAt('2024-10-24T09:00:00+05:30', 'two', { image: picture('a b.svg') }),
  }
  expect(planOf(shared).copies.map(({ from }) => from)).toEqual([
    'content/stories/2024/10/24/a b.svg',
    'content/stories/2024/10/24/ü.svg',
  ])
})

describe('what is held back is known', () => {
  test('held stories by name and release, the next one first', () => {
    expect(plan.held.map(({ title, release }) => [title, release])).toEqual([
      ['About sooner', at('2034-01-01T00:00:00Z')],
      ['About held', at('2035-01-01T00:00:00Z')],
    ])
  })

  test('drafts by their files', () => expect(plan.drafts).toEqual(['content/stories/2024/10/24/draft.md']))

  test('the next instant at which the site changes by itself', () => {
    expect(plan.nextDue).toBe(at('2034-01-01T00:00:00Z'))
    expect(planOf(files, at('2035-01-01T00:00:00Z')).nextDue).toBeNull()
    expect(planOf({}).nextDue).toBeNull()
  })
})

test('editors see drafts and held stories, with their states', () => {
  const preview = planOf(files, later, [], editors)
  const stateOf = (slug: string) => dataAt(preview, `/world/2024/10/24/${slug}/`).story.state
  expect([stateOf('draft'), stateOf('held'), stateOf('storm')]).toEqual(['draft', 'held', 'live'])
  expect(urlsOf(plan.pages)).not.toContain('/world/2024/10/24/draft/')
})

test('the same stories give the same plan, whatever the order of their files', () => {
  const reversed = Object.fromEntries(Object.entries(files).reverse())
  expect(JSON.stringify(planOf(reversed).pages)).toBe(JSON.stringify(plan.pages))
})

test('until the next due instant the plan stays as it is', () => {
  const property = fc.property(randomStories(), stories => {
    const some = filesOf(stories)
    const today = planOf(some, clock)
    const last = today.nextDue === null ? later : ((today.nextDue - 1000) as Instant)
    expect(JSON.stringify(planOf(some, last).pages)).toBe(JSON.stringify(today.pages))
  })
  fc.assert(property, { numRuns: 40 })
})
