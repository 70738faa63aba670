import { expect, test } from 'vitest'
import { findLeaksOf } from '../../src/check/check-leaks.ts'
import { checkOutputs } from '../../src/check/check-outputs.ts'
import { checkPage } from '../../src/check/check-page.ts'
import { checkSite } from '../../src/check/check-site.ts'
import { hiddenWordsOf } from '../../src/check/hidden-words.ts'
import { pageProblems } from '../../src/check/page-problem.ts'
import type { RenderedSite } from '../../src/check/rendered-site.ts'
import { settleReport } from '../../src/check/settle-report.ts'
import { createWhyMissing } from '../../src/check/why-missing.ts'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { later, lines, siteOf } from './check-pages.ts'

const site = siteOf({
  stories: {
    [storyFile]: storyText({}, 'See [the talks](/world/2024/10/24/talks/).'),
    'content/stories/2024/10/24/talks.md': storyText({ title: 'Talks to begin on Monday', draft: 'true' }),
  },
  pages: {
    '/': lines('<h1 id="a">Front</h1>', '<a href="/nowhere/">x</a> <a href="/about/#b">y</a>'),
    '/about/': lines('<p id="a">', '<p id="a">Talks to begin on Monday</p><img src="/no.png" alt="">'),
    '/rss.xml': '<rss>',
    '/About/': '<a href="/#a">Front</a>',
    [storyUrl]: lines(
      '<a href="/world/2024/10/24/talks/">talks</a>',
      '<script src="//cdn.example/a.js"></script>',
    ),
  },
  files: ['logo.svg'],
})

const across = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** As a build does it: pages are checked in other threads, shard by shard, and only plain data comes and goes. */
const checkInShards = ({ folder, pages, files, plan, newsroom }: RenderedSite, size: number) => {
  const { timezone: zone, url: origin } = newsroom.site
  const rules = { zone, origin, findLeaks: findLeaksOf(across(hiddenWordsOf(newsroom, later))) }
  const shards = pages.flatMap((_, at) => (at % size === 0 ? [pages.slice(at, at + size)] : []))
  const reports = shards.flatMap(shard =>
    across(shard.map(page => checkPage(page, plan.pages.find(({ url }) => url === page.url) ?? null, rules))),
  )
  const targets = new Map<string, readonly string[] | null>([
    ...files.map((file): [string, null] => [file, null]),
    ...reports.map((report): [string, readonly string[] | null] => [report.output, report.ids]),
  ])
  const whyMissing = createWhyMissing(newsroom, later)
  const problems = reports.flatMap(report => {
    const page = pages.find(({ url }) => url === report.url)
    const faults = settleReport(report, output => targets.get(output), whyMissing)
    return page ? pageProblems(page, faults, { newsroom, folder }) : []
  })
  return [...checkOutputs({ folder, pages: reports, files }), ...problems]
}

test('a site’s problems come page by page, places that two pages claim first', () => {
  expect(checkSite(site, later).map(({ code, message }) => `${message.split(':')[0]} ${code}`)).toEqual([
    '/About/ and /about/ would be the same file output-taken',
    '/ link-broken',
    '/ anchor-missing',
    '/about/ story-leaked',
    '/about/ file-not-there',
    '/about/ id-repeated',
    '/rss.xml xml-malformed',
    `${storyUrl} third-party-request`,
    `${storyUrl} link-broken`,
    `${storyUrl} time-missing`,
  ])
})

test.each([1, 2, 3, 100])('they are the same when pages are checked %d at a time', size => {
  expect(checkInShards(site, size)).toEqual(checkSite(site, later))
})
