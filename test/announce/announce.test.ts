// What a newsroom publishes, and what is announced of it.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { announce, pendingAnnouncements } from '../../src/announce/announce.ts'
import { realSender } from '../../src/announce/send.ts'
import { forEditors, forReaders } from '../../src/store/edition.ts'
import { takeLock } from '../../src/store/lock.ts'
import { withLastSite } from '../../src/store/site-session.ts'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { origin, siteData, storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import type { Files } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { type AnnouncingSite, announcingYaml, createAnnouncingSite, pathsOf } from './announcing-site.ts'

const now = at('2024-11-10T00:00:00Z')
const cup = 'content/stories/2024/10/23/cup-final.md'
const cupUrl = '/sport/2024/10/23/cup-final/'
const cupText = (fields: Record<string, string> = {}, body?: string) =>
  storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport', ...fields }, body)
const newsroom: Files = { [storyFile]: storyText({ aliases: '[/old/harbour/]' }), [cup]: cupText() }

let announcing: AnnouncingSite
beforeEach(async () => {
  announcing = await createAnnouncingSite(newsroom)
})
afterEach(async () => {
  expect(announcing.endpoints.faults).toEqual([])
  await announcing.dispose()
})

const publish = (instant = now) => publishInProcess(announcing.site, instant)
const call = () => ({ root: announcing.site.root, edition: forReaders })

/** What each recipient took of one run, and what was not announced. */
const send = async () => {
  announcing.endpoints.forget()
  const reasons: string[] = []
  const impatient = { ...realSender, wait: async () => {} }
  await announce(call(), impatient, each => {
    if (each.type === 'announcement-failed') reasons.push(each.reason)
    if (each.type === 'announcements-skipped') reasons.push(`${each.count} left`)
  })
  const { taken } = announcing.endpoints
  return { feeds: pathsOf(taken('hub')), pages: pathsOf(taken('indexNow')), reasons }
}
const nothing = { feeds: [], pages: [], reasons: [] }
const published = () => Object.keys(announcing.site.snapshot('_site'))

describe('The first announcement', () => {
  test('goes to the hub for every feed, each of which names the hub and itself', async () => {
    await publish()
    const { feeds, reasons } = await send()
    expect(reasons).toEqual([])
    const names = /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/
    expect(feeds).toEqual(
      published()
        .filter(file => names.test(file))
        .map(file => `/${file}`)
        .sort(),
    )
    expect(feeds.length).toBeGreaterThanOrEqual(9)
    expect(await send()).toEqual(nothing)
  })

  test('goes to search engines for every page but those that lead elsewhere, nowhere or to feeds', async () => {
    await publish()
    const { pages } = await send()
    const unsaid = /^old\/|^404\.html$|(?:^|\/)subscribe\//
    expect(published().filter(file => unsaid.test(file)).length).toBeGreaterThanOrEqual(3)
    expect(pages).toEqual(
      published()
        .filter(file => file.endsWith('.html') && !unsaid.test(file))
        .map(file => `/${file.replace(/index\.html$/, '')}`)
        .sort(),
    )
    expect(pages).toContain(storyUrl)
  })
})

describe('After that', () => {
  beforeEach(async () => {
    await publish()
    await send()
  })

  test('a publish that changes nothing is not announced', async () => {
    await publish()
    expect(await send()).toEqual(nothing)
    await publishInProcess(announcing.site, now, { isAll: true })
    expect(await send()).toEqual(nothing)
  })

  test('only what changed is', async () => {
    announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
    const { changes } = await publish()
    const { feeds, pages } = await send()
    expect(feeds).toEqual(
      [...changes.added, ...changes.changed]
        .filter(file => /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(file))
        .map(file => `/${file}`)
        .sort(),
    )
    expect(feeds).toContain('/sport/rss.xml')
    expect(feeds).not.toContain('/world/rss.xml')
    expect(pages).toContain(cupUrl)
    expect(pages).not.toContain(storyUrl)
  })

  test('several publishes are announced as one', async () => {
    announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
    await publish()
    announcing.site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    await publish()
    announcing.site.write(
      'content/stories/2024/10/25/tide.md',
      storyText({ date: '2024-10-25T09:00:00+05:30' }),
    )
    await publish()
    const { feeds, pages } = await send()
    expect(new Set(feeds).size).toBe(feeds.length)
    expect(feeds).toEqual(expect.arrayContaining(['/rss.xml', '/sport/rss.xml', '/world/rss.xml']))
    expect(pages).toEqual(expect.arrayContaining([cupUrl, storyUrl, '/world/2024/10/25/tide/']))
    expect(await send()).toEqual(nothing)
  })

  test('what is refused will be retried, with what is published later', async () => {
    announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
    await publish()
    const replies = { hub: { status: 400 }, indexNow: { status: 403 } }
    announcing.endpoints.replyBy(({ recipient }) => replies[recipient])
    const { feeds, pages, reasons } = await send()
    expect([...feeds, ...pages]).toEqual([])
    expect(new Set(reasons)).toEqual(
      new Set([
        `${announcing.endpoints.hub} answered 400; check feeds.hub in _data/site.yaml`,
        `${announcing.endpoints.endpoint} answered 403; check indexNow in _data/site.yaml`,
      ]),
    )
    announcing.site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    await publish()
    announcing.endpoints.replyBy(() => null)
    const again = await send()
    expect(again.feeds).toEqual(expect.arrayContaining(['/sport/rss.xml', '/world/rss.xml']))
    expect(again.pages).toEqual(expect.arrayContaining([cupUrl, storyUrl]))
    expect(await send()).toEqual(nothing)
  })

  test('a removed page is announced to search engines', async () => {
    announcing.site.remove(cup)
    const { changes } = await publish()
    expect(changes.removed).toContain('sport/2024/10/23/cup-final/index.html')
    const { pages } = await send()
    expect(pages).toContain(cupUrl)
    expect(pages).not.toContain('/old/harbour/')
    expect(await send()).toEqual(nothing)
  })

  test('an old address that goes is not announced', async () => {
    announcing.site.write(storyFile, storyText())
    const { changes } = await publish()
    expect(changes.removed).toContain('old/harbour/index.html')
    expect((await send()).pages).not.toContain('/old/harbour/')
  })

  test('of a withdrawn story, its tombstone is announced', async () => {
    announcing.site.write(
      cup,
      cupText({ withdrawn: '{ date: 2024-11-01T00:00:00Z, reason: It was not so. }' }),
    )
    const { changes } = await publish()
    expect(changes.changed).toContain('sport/2024/10/23/cup-final/index.html')
    const { pages } = await send()
    expect(pages).toContain(cupUrl)
    expect(pages).not.toContain(storyUrl)
  })

  test.each([
    ['a draft', { draft: 'true' }],
    ['held', { embargo: '2031-01-01T00:00:00Z' }],
    ['dated ahead', { date: '2031-01-01T00:00:00Z' }],
  ])('nobody hears of a story that is %s', async (_what, fields) => {
    const file = 'content/stories/2024/10/25/zanzibar.md'
    announcing.site.write(
      file,
      storyText({ title: 'Zanzibar', date: '2024-10-25T09:00:00+05:30', ...fields }),
    )
    announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
    await publish()
    const { pages, feeds } = await send()
    expect(pages).toContain(cupUrl)
    expect([...pages, ...feeds].join()).not.toContain('zanzibar')
  })

  test('a held story is announced when its time has come', async () => {
    const file = 'content/stories/2024/10/25/tide.md'
    announcing.site.write(
      file,
      storyText({ date: '2024-10-25T09:00:00+05:30', embargo: '2024-11-12T00:00:00Z' }),
    )
    await publish()
    expect((await send()).pages).not.toContain('/world/2024/10/25/tide/')
    await publish(at('2024-11-12T00:00:00Z'))
    const { pages, feeds } = await send()
    expect(pages).toContain('/world/2024/10/25/tide/')
    expect(feeds).toContain('/world/rss.xml')
  })

  test('a story that was live by mistake, and is held again before it was announced, is announced to nobody', async () => {
    const file = 'content/stories/2024/10/25/tide.md'
    const date = '2024-10-25T09:00:00+05:30'
    announcing.site.write(file, storyText({ date }))
    await publish()
    announcing.site.write(file, storyText({ date, embargo: '2031-01-01T00:00:00Z' }))
    const { changes } = await publish()
    expect(changes.removed).toContain('world/2024/10/25/tide/index.html')
    expect((await send()).pages.join()).not.toContain('tide')
  })

  test('a build whose checks fail announces nothing', async () => {
    announcing.site.write(cup, cupText({}, 'See [this](/nowhere/).\n'))
    announcing.site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    expect((await attemptBuild(announcing.site, now)).ok).toBe(false)
    expect(await send()).toEqual(nothing)
  })

  test('what somebody removed from the site or scribbled over, and comes back as it was, is not announced', async () => {
    announcing.site.remove('_site/rss.xml')
    announcing.site.remove('_site/sport')
    announcing.site.write('_site/index.html', 'a scribble')
    const { changes } = await publishInProcess(announcing.site, now, { isAll: true })
    expect(changes.added).toContain('rss.xml')
    expect(changes.changed).toContain('index.html')
    expect(await send()).toEqual(nothing)
  })

  test('what is pending outlasts a full build', async () => {
    announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
    await publish()
    const topics = '_data/topics.yaml'
    announcing.site.write(topics, `${announcing.site.read(topics)}storms: { name: Storms }\n`)
    expect((await publish()).fullBuildReason).not.toBeNull()
    expect((await send()).pages).toContain(cupUrl)
    expect(await send()).toEqual(nothing)
  })

  test('the store may be deleted: what the next publish changes is announced', async () => {
    announcing.site.remove('.dateline')
    await expect(pendingAnnouncements(call())).rejects.toThrow(
      'nothing has been published here yet; run npm run build first',
    )
    await publish()
    expect(await send()).toEqual(nothing)
    announcing.site.remove('.dateline')
    announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
    await publish()
    const { feeds, pages } = await send()
    expect(feeds).toContain('/sport/rss.xml')
    expect(pages).toContain(cupUrl)
    expect(pages).not.toContain(storyUrl)
  })
})

describe('Nobody', () => {
  const rows = (edition = forReaders) =>
    withLastSite(announcing.site.root, edition, async ({ lastSite: { store } }) => {
      let count = 0
      for await (const _row of store?.rows('announcementQueue!') ?? []) count += 1
      return count
    })

  test('hears of a site that names nobody, and it keeps no list', async () => {
    announcing.site.write('_data/site.yaml', siteData['_data/site.yaml'])
    await publish()
    expect(await pendingAnnouncements(call())).toBeNull()
    expect(await rows()).toBe(0)
    expect(
      published().some(file => announcing.site.read(`_site/${file}`).includes(announcing.endpoints.hub)),
    ).toBe(false)
  })

  test('has anything pending once the site names nobody any more', async () => {
    await publish()
    expect(await rows()).toBeGreaterThan(10)
    announcing.site.write('_data/site.yaml', siteData['_data/site.yaml'])
    await publish()
    expect(await rows()).toBe(0)
    announcing.site.write('_data/site.yaml', announcingYaml(announcing.endpoints))
    await publish()
    const { feeds, pages } = await send()
    // They name the hub again; no page does.
    expect(feeds).toContain('/rss.xml')
    expect(pages).toEqual([])
  })

  test('hears of what editors preview', async () => {
    await publishInProcess(announcing.site, now, { edition: forEditors })
    expect(await rows(forEditors)).toBe(0)
  })
})

describe('While one run announces', () => {
  test('a build does not fail for the moments in which it holds the store', async () => {
    await publish()
    const lock = await takeLock(`${announcing.site.root}/.dateline/announce/lock`)
    const moment = await takeLock(`${announcing.site.root}/.dateline/lock`)
    const built = publish()
    await new Promise(resolve => setTimeout(resolve, 200))
    await moment.release()
    expect((await built).changes).toEqual({ added: [], changed: [], removed: [] })
    await lock.release()
  })

  test('others publish, and what they change is announced by the run after them', async () => {
    await publish()
    let isPublished = false
    announcing.endpoints.replyBy(async () => {
      if (isPublished) return null
      isPublished = true
      announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
      await publish()
      return null
    })
    const first = await send()
    expect(first.reasons).toEqual([])
    expect(first.pages).toContain(storyUrl)
    expect(first.pages).not.toContain(cupUrl)
    expect(first.feeds).toContain('/world/rss.xml')
    expect(first.feeds).not.toContain('/sport/rss.xml')
    const second = await send()
    expect(second.pages).toContain(cupUrl)
    expect(second.feeds).toContain('/sport/rss.xml')
    expect(second.feeds).not.toContain('/world/rss.xml')
    expect(await send()).toEqual(nothing)
  })

  test('another run leaves it alone', async () => {
    await publish()
    const lock = await takeLock(`${announcing.site.root}/.dateline/announce/lock`)
    await expect(send()).rejects.toThrow('another run is announcing here; wait until it has finished')
    await lock.release()
    expect((await send()).pages).toContain(storyUrl)
  })
})

test('the key of the site stands where search engines look for it, until it has another', async () => {
  await publish()
  const { taken } = announcing.endpoints
  await send()
  expect(taken('indexNow')).toContain(`${origin}/`)
  expect(published()).toContain('a1b2c3d4-DATELINE.txt')
  expect(announcing.site.read('_site/a1b2c3d4-DATELINE.txt')).toBe('a1b2c3d4-DATELINE')
  announcing.site.write('_data/site.yaml', announcingYaml(announcing.endpoints).replace('a1b2c3d4', 'Z9'))
  announcing.site.write(cup, cupText({}, 'Another first paragraph.\n'))
  await publish()
  expect(published().filter(file => file.includes('DATELINE'))).toEqual(['Z9-DATELINE.txt'])
  expect((await send()).pages).toContain(cupUrl)
})
