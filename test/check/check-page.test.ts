import { describe, expect, test } from 'vitest'
import { checkPage, type PageReport } from '../../src/check/check-page.ts'
import { findHiddenTexts } from '../../src/check/leaks/hidden-texts.ts'
import { createPageRules } from '../../src/check/page-rules.ts'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { later, siteOf } from './check-pages.ts'

const secret = 'Minister to resign on Monday'
const stories = {
  [storyFile]: storyText(),
  'content/stories/2024/10/24/talks.md': storyText({ title: secret, draft: 'true' }),
}
const time = '<time class="published" datetime="2024-10-24T09:30:00+05:30">24 October</time>'

/** What is reported of one page, of which nobody else knows. */
const reportOf = (url: string, content: string): PageReport => {
  const site = siteOf({ stories, pages: { [url]: content } })
  const [page] = site.pages
  if (!page) throw new Error('there is no page')
  const { drawn, newsroom, tables, viewpoint } = site
  const rules = createPageRules(newsroom, tables, viewpoint, findHiddenTexts(tables, later))
  return checkPage(page, drawn.find(planned => planned.url === url) ?? null, rules)
}

describe('what is said of a page by itself', () => {
  test('a sound page has ids and links, and no fault', () => {
    const html = `${time}<h2 id="b">B</h2><h2 id="a">A</h2><a href="/world/">world</a>`
    expect(reportOf(storyUrl, html)).toEqual({
      url: storyUrl,
      output: 'world/2024/10/24/harbour-reopens/index.html',
      leaks: [],
      links: [
        {
          href: '/world/',
          offset: html.indexOf('<a'),
          output: 'world/index.html',
          anchor: null,
          element: null,
        },
      ],
      faults: [],
      ids: ['b', 'a'],
    })
  })

  test('whether its links lead somewhere is not its own affair', () => {
    const { leaks, faults, links } = reportOf(
      '/about/',
      '<a href="/nowhere/">x</a><img src="/no.png" alt="">',
    )
    expect([leaks, faults]).toEqual([[], []])
    expect(links.map(link => 'output' in link && link.output)).toEqual(['no.png', 'nowhere/index.html'])
  })

  test.each([
    ['a leak', `${time}<p>${secret}</p>`, 'leaks', 'story-leaked'],
    ['a time of its story that is missing', '<p>x</p>', 'faults', 'time-missing'],
    ['a headline that is not its story’s', `${time}<h1>x</h1>`, 'faults', 'story-told-differently'],
    [
      'JSON-LD that is no JSON',
      `${time}<script type="application/ld+json">{ x: 5 }</script>`,
      'faults',
      'json-malformed',
    ],
    ['a time of no story', `${time}<time datetime="2020-01-01">x</time>`, 'faults', 'time-not-of-story'],
    ['an id that stands twice', `${time}<p id="a"><p id="a">`, 'faults', 'id-repeated'],
    ['a link that is none', `${time}<a href="http://[">x</a>`, 'links', 'link-malformed'],
    ['a request to another site', `${time}<img src="//cdn.example/">`, 'links', 'third-party-request'],
  ] as const)('%s', (_, html, where, code) => {
    expect(reportOf(storyUrl, html)[where]).toMatchObject([{ code }])
  })

  test.each([
    ['XML that is malformed', '<rss>', 'xml-malformed'],
    ['a feed that lacks what its standard asks for', '<rss><channel/></rss>', 'form-wrong'],
  ])('%s', (_, xml, code) => {
    const { faults, ids, links } = reportOf('/rss.xml', xml)
    expect(faults[0]).toMatchObject({ code })
    expect({ ids, links }).toEqual({ ids: null, links: [] })
  })

  test('of a text only what leaks', () => {
    const report = reportOf('/robots.txt', `<p id="a"><p id="a"> ${secret}`)
    expect(report).toMatchObject({ links: [], faults: [], ids: null })
    expect(report.leaks).toMatchObject([{ code: 'story-leaked' }])
  })

  test('a place that two elements claim is one that links may lead to', () => {
    expect(reportOf('/about/', '<p id="a"><p id="a">').ids).toEqual(['a'])
  })
})

test('nothing of it is lost on the way to another thread', () => {
  const html = `<p id="a"><p id="a"> ${secret} <a href="/x/#y">x</a><a href="http://[">x</a><img src="//cdn.example/">`
  for (const report of [reportOf(storyUrl, html), reportOf('/rss.xml', '<rss>')])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
})
