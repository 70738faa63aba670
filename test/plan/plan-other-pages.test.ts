// Pages that are planned though no story on them was edited: by the clock, a curation, a look, or because somebody asks.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Reason } from '../../src/pages/planned-page.ts'
import { digestOfData, type PublishedPage } from '../../src/plan/plan-pages.ts'
import { siteData } from '../rig/site-data.ts'
import { at, storyAt, urlsOf } from '../rig/small-newsroom.ts'
import { createPublishSequence, type PublishSequence } from './publish-sequence.ts'
import { archive, createFullSequence, fileOf, now, whyOf } from './three-months.ts'

let sequence: PublishSequence
beforeEach(() => {
  sequence = createFullSequence()
})

describe('what falls due by the clock', () => {
  const held = storyAt('2024-10-24T08:00:00+05:30', 'held', { embargo: '2025-01-01T06:00:00Z' })
  const [file = ''] = Object.keys(held)

  test('is planned when its time has come, and not a second before', () => {
    sequence.publish({ ...archive, ...held }, now)
    expect(sequence.publish({ ...archive, ...held }, at('2025-01-01T05:59:59Z')).pages).toEqual([])
    const { pages } = sequence.publish({ ...archive, ...held }, at('2025-01-01T06:00:00Z'))
    expect(urlsOf(pages)).toEqual(expect.arrayContaining(['/', '/world/2024/10/24/held/', '/rss.xml']))
    for (const { reasons } of pages) expect(reasons).toEqual([{ because: 'story', change: 'due', file }])
  })

  test('a banner comes down: only the fronts that carry it are planned', () => {
    const flash = storyAt('2024-11-10T08:00:00+05:30', 'flash', { urgency: '1' })
    sequence.publish({ ...archive, ...flash }, at('2024-11-10T03:00:00Z'))
    const { pages } = sequence.publish({ ...archive, ...flash }, at('2024-11-10T09:00:00Z'))
    expect(urlsOf(pages)).toEqual(['/'])
  })

  test('a correction dated later is planned in its story and on the page of corrections', () => {
    const corrections = '[{ date: 2025-01-01T00:00:00Z, text: It was five. }]'
    const corrected = storyAt('2024-10-24T08:00:00+05:30', 'storm', { corrections })
    sequence.publish({ ...archive, ...corrected }, now)
    const { pages } = sequence.publish({ ...archive, ...corrected }, at('2025-01-01T00:00:00Z'))
    expect(urlsOf(pages)).toEqual(
      expect.arrayContaining(['/corrections/', '/corrections/2025/01/', '/world/2024/10/24/storm/']),
    )
    expect(urlsOf(pages).filter(url => url.startsWith('/sport/') || url.startsWith('/2024/08/'))).toEqual([])
  })
})

describe('the curation of a day', () => {
  const curation = (day: string) => ({
    [`content/bulletins/2024-${day}.md`]: `---\ntitle: Two stories\norder: [evening-${day}]\n---\n`,
  })
  const curated = { ...archive, ...curation('09-14') }
  const reasons = [{ because: 'curation', file: 'content/bulletins/2024-09-14.md' }]

  test('plans that day’s bulletin and the month that names it, nothing else', () => {
    expect(whyOf(sequence.publish(curated, now))).toEqual({ '/2024/09/': reasons, '/2024/09/14/': reasons })
  })

  test('that goes does the same', () => {
    sequence.publish(curated, now)
    expect(whyOf(sequence.publish(archive, now))).toEqual({ '/2024/09/': reasons, '/2024/09/14/': reasons })
  })

  test('that only gives an introduction leaves the month alone', () => {
    const introduced = { ...archive, 'content/bulletins/2024-09-14.md': '---\n---\nWhat a day.\n' }
    expect(whyOf(sequence.publish(introduced, now))).toEqual({ '/2024/09/14/': reasons })
  })

  test('plans the front too when it is the newest day', () => {
    const { pages } = sequence.publish({ ...archive, ...curation('10-23') }, now)
    expect(urlsOf(pages)).toEqual(['/', '/2024/10/', '/2024/10/23/'])
  })

  test('of a day without stories plans nothing', () => {
    const early = { ...archive, 'content/bulletins/2025-01-01.md': '---\ntitle: Soon\n---\n' }
    expect(sequence.publish(early, now).pages).toEqual([])
  })
})

describe('another look', () => {
  test('of a layout plans every page of its kind, and no others', () => {
    const plan = sequence.publish(archive, now, { 'layouts/month.njk': 'new' })
    expect(new Set(plan.pages.map(({ layout }) => layout))).toEqual(new Set(['layouts/month.njk']))
    expect(urlsOf(plan.pages)).toEqual(['/2024/08/', '/2024/09/', '/2024/10/'])
    for (const { reasons } of plan.pages) expect(reasons).toEqual([{ because: 'layout' }])
  })

  test('together with a story: a page has both reasons', () => {
    const story = storyAt('2024-10-24T08:00:00+05:30', 'storm')
    const [file] = Object.keys(story)
    const why = whyOf(sequence.publish({ ...archive, ...story }, now, { 'layouts/month.njk': 'new' }))
    expect(why['/2024/10/']).toEqual([{ because: 'story', change: 'added', file }, { because: 'layout' }])
    expect(why['/2024/08/']).toEqual([{ because: 'layout' }])
  })
})

describe('pages that others ask for', () => {
  const pageAt = (path: string): PublishedPage => sequence.outputs().get(path) as PublishedPage
  const path = 'world/2024/08/14/morning-08-14/index.html'

  test.each<Reason>([{ because: 'missing' }, { because: 'link', file: fileOf('morning-08-05') }])(
    'are made again though nothing on them changed: $because',
    reason => {
      const plan = sequence.publish(archive, now, {}, [{ page: pageAt(path), reason }])
      expect(whyOf(plan)).toEqual({ '/world/2024/08/14/morning-08-14/': [reason] })
    },
  )

  test('are left alone when somebody only looks whether they changed', () => {
    expect(sequence.publish(archive, now, {}, [{ page: pageAt(path), reason: null }]).pages).toEqual([])
  })

  test('of a listing that there is no more go, its feeds too', () => {
    const gone = (of: PublishedPage): PublishedPage => ({
      ...of,
      path: `old/${of.path}`,
      made: { ...of.made, key: { of: 'dossier', key: 'storms' } },
    })
    const pages = ['world/rss.xml', 'world/subscribe/index.html'].map(path => gone(pageAt(path)))
    const plan = sequence.publish(
      archive,
      now,
      {},
      pages.map(page => ({ page, reason: null })),
    )
    expect(plan.removals.map(({ output }) => output)).toEqual([
      'old/world/rss.xml',
      'old/world/subscribe/index.html',
    ])
    expect(plan.pages).toEqual([])
  })

  test('of a kind that there is no more go', () => {
    const page = pageAt(path)
    const gone: PublishedPage = { ...page, path: 'amp/index.html', made: { ...page.made, kind: 'amp' } }
    const plan = sequence.publish(archive, now, {}, [{ page: gone, reason: null }])
    expect(plan).toMatchObject({ pages: [], removals: [{ output: 'amp/index.html' }] })
  })
})

test('facts about the site that a page shows are part of its data', () => {
  const people = `${siteData['_data/people.yaml']}`.replace('Tom Field', 'Tom B. Field')
  const large = createPublishSequence()
  large.publish(archive, now)
  const [old] = [...large.outputs().values()].filter(({ path }) => path === 'bylines/tom-field/index.html')
  const again = createPublishSequence()
  again.publish({ ...archive, '_data/people.yaml': people }, now)
  const [renamed] = [...again.outputs().values()].filter(
    ({ path }) => path === 'bylines/tom-field/index.html',
  )
  expect(renamed?.digest).not.toBe(old?.digest)
})

test('data is told apart by all that it says, and by nothing else', () => {
  expect(digestOfData({ a: [1, 'x'] })).toBe(digestOfData({ a: [1, 'x'] }))
  expect(digestOfData({ a: [1, 'x'] })).not.toBe(digestOfData({ a: [1, 'y'] }))
})
