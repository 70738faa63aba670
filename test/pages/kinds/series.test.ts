// A series: stories that belong together, told part after part.

import { describe, expect, test } from 'vitest'
import { createPublishSequence } from '../../plan/publish-sequence.ts'
import { printedAt } from '../../rig/printed-feed.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at, dataAt, planOf, problemsOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const series = { series: 'harbour-works' }
const files = {
  ...storyAt('2024-09-30T08:00:00+05:30', 'plan', series),
  ...storyAt('2024-10-24T08:00:00+05:30', 'quay', { ...series, section: 'nation', language: 'hi' }),
  ...storyAt('2024-10-25T08:00:00+05:30', 'crane', series),
  ...storyAt('2024-10-25T09:00:00+05:30', 'rain'),
  ...storyAt('2024-10-26T09:00:00+05:30', 'ships', { ...series, embargo: '2035-01-01T00:00:00Z' }),
}
const plan = planOf(files)
const quay = '/nation/2024/10/24/quay/'

describe('a story of a series', () => {
  test('says which part it is, the oldest being the first, with the parts before and after it', () => {
    expect(dataAt(plan, quay).story.part).toEqual({
      series: { name: 'Harbour works', url: '/series/harbour-works/' },
      number: 2,
      count: 3,
      before: { title: 'About plan', url: '/world/2024/09/30/plan/', language: null },
      after: { title: 'About crane', url: '/world/2024/10/25/crane/', language: null },
    })
    expect(dataAt(plan, '/world/2024/09/30/plan/').story.part).toMatchObject({ number: 1, before: null })
    expect(dataAt(plan, '/world/2024/10/25/crane/').story.part).toMatchObject({ number: 3, after: null })
    expect(dataAt(plan, '/world/2024/10/25/rain/').story.part).toBeNull()
  })

  test('shows it, and leads to the series', () => {
    const page = printedAt(files, quay)
    expect(page).toContain('<b>Part 2 of 3</b> <a href="/series/harbour-works/">Harbour works</a>')
    expect(page).toMatch(
      /<nav class="pager parts" aria-label="Parts of Harbour works">\s*<a href="\/world\/2024\/09\/30\/plan\/"><b>Previous part<\/b>/,
    )
    expect(printedAt(files, '/world/2024/10/25/rain/')).not.toContain('class="part"')
  })

  test('tells machines so', () => {
    const [, jsonLd = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(printedAt(files, quay)) ?? []
    expect(JSON.parse(jsonLd)['@graph'][0]).toMatchObject({
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'Harbour works',
        url: 'https://bulletin.example/series/harbour-works/',
      },
      position: 2,
    })
  })
})

describe('a series', () => {
  test('has a front, months, feeds and a directory, like any listing', () => {
    const urls = urlsOf(plan.pages).filter(url => url.startsWith('/series/'))
    const front = '/series/harbour-works/'
    expect(urls).toEqual(
      expect.arrayContaining([
        ...['/series/', front, `${front}2024/09/`, `${front}2024/10/`],
        ...['rss.xml', 'atom.xml', 'feed.json', 'subscribe/'].map(name => front + name),
      ]),
    )
    expect(dataAt(plan, front)).toMatchObject({
      meta: { title: 'Harbour works', description: 'What becomes of the old quays.' },
      listing: { cards: [{ title: 'About crane' }, { title: 'About quay' }, { title: 'About plan' }] },
    })
    expect(dataAt(plan, '/series/').entries).toMatchObject([{ name: 'Harbour works', url: front }])
    expect(JSON.stringify(dataAt(plan, '/sitemaps/fronts.xml'))).toContain(front)
    expect(JSON.stringify(dataAt(plan, '/feeds.opml'))).toContain(`${front}rss.xml`)
  })

  test('has no page before its first story; without any named there is no directory', () => {
    const seriesIn = (files: Files) => urlsOf(planOf(files).pages).filter(url => url.startsWith('/series/'))
    const rain = storyAt('2024-10-25T09:00:00+05:30', 'rain')
    expect(seriesIn(rain)).toEqual(['/series/'])
    expect(seriesIn({ ...rain, '_data/series.yaml': '{}\n' })).toEqual([])
  })

  test('that gets a part changes the pages of all its parts, and no story outside of it', () => {
    const sequence = createPublishSequence()
    sequence.publish(files, at('2024-11-10T00:00:00Z'))
    const { pages } = sequence.publish(
      { ...files, ...storyAt('2024-10-01T08:00:00+05:30', 'money', { ...series, section: 'sport' }) },
      at('2024-11-10T00:00:00Z'),
    )
    const stories = urlsOf(pages.filter(({ kind }) => kind === 'story'))
    expect(stories).toEqual([
      quay,
      '/sport/2024/10/01/money/',
      '/world/2024/09/30/plan/',
      '/world/2024/10/25/crane/',
    ])
  })

  test('must be named in _data/series.yaml: a misspelt key is a problem, with the near one', () => {
    expect(problemsOf({ [storyFile]: storyText({ series: 'harbor-works' }) })).toMatchObject([
      { code: 'series-unknown', hint: 'did you mean “harbour-works”?', location: { file: storyFile } },
    ])
    expect(problemsOf({ [storyFile]: storyText(series), '_data/series.yaml': '{}\n' })).toMatchObject([
      { code: 'series-unknown', hint: 'add it to _data/series.yaml, with a title' },
    ])
  })

  test('has a title: a name is one problem, which says what to write', () => {
    expect(problemsOf({ '_data/series.yaml': 'harbour-works: { name: Harbour works }\n' })).toMatchObject([
      {
        code: 'field-unknown',
        hint: expect.stringContaining('title'),
        location: { file: '_data/series.yaml' },
      },
    ])
  })
})
