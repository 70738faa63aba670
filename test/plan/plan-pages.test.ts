import { beforeEach, describe, expect, test } from 'vitest'
import type { Reason } from '../../src/pages/planned-page.ts'
import type { Files } from '../rig/site-folder.ts'
import { at, storyAt, urlsOf } from '../rig/small-newsroom.ts'
import { createPublishSequence, type PublishSequence } from './publish-sequence.ts'
import { archive, createFullSequence, fileOf, now, whyOf } from './three-months.ts'

const feedsIn = (front: string) => ['atom.xml', 'feed.json', 'rss.xml'].map(name => front + name)

let sequence: PublishSequence
beforeEach(() => {
  sequence = createFullSequence()
})

describe('a new site', () => {
  test('has a reason for every page: none was there', () => {
    const plan = createPublishSequence().publish(archive, now)
    expect(plan.pages.length).toBeGreaterThan(60)
    for (const { reasons } of plan.pages) expect(reasons).toEqual([{ because: 'first' }])
    expect(plan.removals).toEqual([])
  })
})

describe('nothing is planned', () => {
  test('when nothing changed', () =>
    expect(sequence.publish(archive, now)).toMatchObject({
      pages: [],
      copies: [],
      removals: [],
      vacated: [],
    }))

  test('at another moment at which nothing falls due', () =>
    expect(sequence.publish(archive, at('2030-01-01T00:00:00Z'))).toMatchObject({ pages: [], removals: [] }))

  test('when a story file was written anew, but says the same', () => {
    const file = fileOf('morning-10-14')
    const plan = sequence.publish(
      { ...archive, [file]: `${archive[file]}`.replace('---\n', '---\n# checked\n') },
      now,
    )
    expect(plan).toMatchObject({ pages: [], removals: [] })
  })

  test('for a draft, and for a story that is held for years', () => {
    const files = {
      ...archive,
      ...storyAt('2024-10-24T08:00:00+05:30', 'draft', { draft: 'true' }),
      ...storyAt('2024-10-24T09:00:00+05:30', 'held', { embargo: '2036-01-01T00:00:00Z' }),
    }
    expect(sequence.publish(files, now).pages).toEqual([])
  })
})

describe('a new story', () => {
  const story = storyAt('2024-10-24T08:00:00+05:30', 'storm', {
    tags: '[nato, harbour, weather]',
    authors: '[asha-rao, José Núñez]',
    aliases: '[/old/storm/]',
  })
  const [file = ''] = Object.keys(story)
  const because: Reason = { because: 'story', change: 'added', file }

  test('plans the pages that show it, and those that lead to them; nothing else', () => {
    const listed = (front: string) => [front, `${front}2024/10/`, ...feedsIn(front)]
    expect(urlsOf(sequence.publish({ ...archive, ...story }, now).pages)).toEqual(
      [
        '/',
        '/2024/10/',
        '/2024/10/23/',
        '/2024/10/24/',
        '/_redirects',
        '/archive/',
        ...feedsIn('/'),
        '/bylines/',
        ...listed('/bylines/asha-rao/'),
        '/bylines/asha-rao/subscribe/',
        ...listed('/bylines/jose-nunez/'),
        '/bylines/jose-nunez/subscribe/',
        '/changes/2024/10/24.json',
        '/changes/index.json',
        '/feeds.opml',
        '/old/storm/',
        '/sitemap.xml',
        '/sitemaps/2024-10.xml',
        '/sitemaps/fronts.xml',
        '/topics/',
        ...listed('/topics/harbour/'),
        '/topics/harbour/subscribe/',
        ...listed('/topics/nato/'),
        ...listed('/topics/weather/'),
        '/topics/weather/subscribe/',
        ...listed('/world/'),
        '/world/2024/10/23/morning-10-23/',
        '/world/2024/10/24/storm/',
        '/world/2024/10/24/storm/index.json',
      ].sort(),
    )
  })

  test('with three topics and two bylines plans sixty pages at most, and says of each why', () => {
    const { pages, removals } = sequence.publish({ ...archive, ...story }, now)
    expect(pages.length).toBeLessThanOrEqual(60)
    for (const { reasons } of pages) expect(reasons).toEqual([because])
    expect(removals).toEqual([])
  })

  test('plans as many pages in an archive of ten years as in one of three months', () => {
    const years: Files = Object.assign(
      {},
      archive,
      ...Array.from({ length: 10 }, (_, index) =>
        storyAt(`${2014 + index}-03-05T08:00:00+05:30`, `old-${index}`, { tags: '[nato]' }),
      ),
    )
    const large = createPublishSequence()
    large.publish(years, now)
    expect(urlsOf(large.publish({ ...years, ...story }, now).pages)).toEqual(
      urlsOf(sequence.publish({ ...archive, ...story }, now).pages),
    )
  })

  test('between two others plans the pages of both, which lead to it', () => {
    const between = storyAt('2024-09-10T08:00:00+05:30', 'between')
    const urls = urlsOf(sequence.publish({ ...archive, ...between }, now).pages)
    expect(urls.filter(url => url.startsWith('/world/2024/09/'))).toEqual([
      '/world/2024/09/',
      '/world/2024/09/05/morning-09-05/',
      '/world/2024/09/10/between/',
      '/world/2024/09/10/between/index.json',
      '/world/2024/09/14/morning-09-14/',
    ])
  })

  test('of which there are a thousand: a page has a handful of reasons, not a thousand', () => {
    const many: Files = Object.assign(
      {},
      ...Array.from({ length: 100 }, (_, index) =>
        storyAt(`2024-10-24T08:${String(index % 60).padStart(2, '0')}:00+05:30`, `story-${index}`),
      ),
    )
    const why = whyOf(sequence.publish({ ...archive, ...many }, now))
    expect(why['/world/']).toHaveLength(5)
    expect(why['/world/2024/10/24/story-7/']?.length).toBeLessThanOrEqual(3)
  })
})

describe('an edited story', () => {
  const file = fileOf('morning-09-14')
  const url = '/world/2024/09/14/morning-09-14/'
  const edited = (fields: Record<string, string>, body?: string) => ({
    ...archive,
    ...storyAt('2024-09-14T08:00:00+05:30', 'morning-09-14', { tags: '[nato]', ...fields }, body),
  })

  test('whose text changed plans its page, its data and the feeds that carry it; no listing', () => {
    const plan = sequence.publish(edited({}, 'Another text.\n'), now)
    expect(urlsOf(plan.pages)).toEqual(
      [...feedsIn('/'), ...feedsIn('/topics/nato/'), url, `${url}index.json`, ...feedsIn('/world/')].sort(),
    )
    expect(plan.pages.find(page => page.url === url)).toMatchObject({
      kind: 'story',
      file,
      reasons: [{ because: 'story', change: 'edited', file }],
    })
  })

  test('whose headline changed plans all pages that name it', () => {
    const urls = urlsOf(sequence.publish(edited({ title: 'Another headline' }), now).pages)
    expect(urls).toEqual(
      expect.arrayContaining([
        '/2024/09/14/',
        '/world/2024/09/',
        '/world/2024/09/05/morning-09-05/',
        '/world/2024/09/23/morning-09-23/',
        url,
      ]),
    )
    // Of later months those that name it among their related ones.
    expect(urls.filter(each => /2024\/(?:08|10)/.test(each))).toEqual([
      '/world/2024/10/05/morning-10-05/',
      '/world/2024/10/14/morning-10-14/',
      '/world/2024/10/23/morning-10-23/',
    ])
  })

  test('that moves to another section leaves the old one, and its old page goes', () => {
    const plan = sequence.publish(edited({ section: 'nation' }), now)
    expect(plan.removals).toEqual(
      ['index.html', 'index.json'].map(name => ({
        output: `world/2024/09/14/morning-09-14/${name}`,
        reasons: [{ because: 'story', change: 'edited', file }],
      })),
    )
    expect(urlsOf(plan.pages)).toEqual(
      expect.arrayContaining(['/nation/', '/nation/2024/09/14/morning-09-14/', '/world/', '/world/rss.xml']),
    )
  })

  test('that moves to another day leaves the old one', () => {
    const { [file]: _, ...rest } = archive
    const moved = { [file]: `${archive[file]}`.replace('2024-09-14T', '2024-09-20T') }
    const plan = sequence.publish({ ...rest, ...moved }, now)
    expect(plan.removals.map(({ output }) => output)).toEqual([
      'world/2024/09/14/morning-09-14/index.html',
      'world/2024/09/14/morning-09-14/index.json',
    ])
    expect(urlsOf(plan.pages)).toEqual(
      expect.arrayContaining(['/2024/09/14/', '/2024/09/20/', '/world/2024/09/20/morning-09-14/']),
    )
  })

  test('that loses its last topic takes the topic’s pages with it', () => {
    const one = { ...archive, ...storyAt('2024-10-01T08:00:00+05:30', 'one', { tags: '[harbour]' }) }
    const none = { ...archive, ...storyAt('2024-10-01T08:00:00+05:30', 'one') }
    sequence.publish(one, now)
    const plan = sequence.publish(none, now)
    expect(plan.removals.map(({ output }) => output)).toEqual([
      'topics/harbour/2024/10/index.html',
      'topics/harbour/atom.xml',
      'topics/harbour/feed.json',
      'topics/harbour/index.html',
      'topics/harbour/rss.xml',
      'topics/harbour/subscribe/index.html',
    ])
    expect(urlsOf(plan.pages)).toContain('/topics/')
  })
})
