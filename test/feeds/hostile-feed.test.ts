// Whatever a story says, readers of its feeds and its data get back exactly the words that were written.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonRecord, recordsIn } from '../../src/check/json/json-values.ts'
import { curlQuotes } from '../../src/domain/curl-quotes.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { faultOfText } from '../../src/validate/text/shown-text.ts'
import { buildInProcess } from '../rig/build-in-process.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { problemsOf, storyAt } from '../rig/small-newsroom.ts'
import { childrenOf, type Element, itemsOf, readFeed, textInHtml, textOf } from './read-feed.ts'

/** On the day after the stories: they are news. */
const now = Date.UTC(2024, 9, 25) as Instant

/** Words that a headline may have: all but control characters and HTML, which validation refuses. */
const words = fc.oneof(
  fc.constantFrom(
    ']]>',
    '<!CDATA[',
    '&',
    '&amp;',
    '&#60;',
    '<be>',
    '</titles>',
    '-->',
    '{{ 7 * 7 }}',
    '{% raw %}',
  ),
  fc.constantFrom('"', "'", '\\', '$&', '$1', '%3C', '🛳️', 'हिंदी', 'مرفأ', '서울', '\u2028', 'e\u0301'),
  // What turns the direction of a line, and what nobody sees.
  fc.constantFrom('\u202eevil\u202c', '\u2066x\u2069', '\u200f', '\u00ad', '\ufeffBOM', '👩‍👩‍👧'),
  fc.string({ unit: 'grapheme', minLength: 1 }),
)
const printable = (text: string) => /\S/.test(text) && !/\p{Cc}/u.test(text) && faultOfText(text) === null

/** Of so many letters at most, some as long as may be. */
const line = (most: number) =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.array(words, { minLength: 1, maxLength: 6 }) },
      { weight: 1, arbitrary: words.map(word => Array.from({ length: 300 }, () => word)) },
    )
    .map(parts => [...`x ${parts.join(' ')}`].slice(0, most).join(''))
    .filter(printable)

/** A line is folded, its letters composed, its quotation marks curled. */
const asPublished = (text: string) => curlQuotes(text.trim().replace(/\s+/g, ' ').normalize('NFC'), 'en')

/** Text that markdown leaves alone: what is left of it on the page can be compared word by word. */
const bodyWords = fc
  .array(
    fc.constantFrom(
      ']]>',
      ']]',
      '>',
      '&',
      '&&',
      '<is>',
      '</encoded>',
      '{{ x }}',
      '\u202eevil\u202c',
      '🛳️',
      'हिंदी',
      'Storm',
      'x & '.repeat(2500).trim(),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map(parts => parts.join(' '))

type Written = {
  readonly title: string
  readonly summary: string
  readonly author: string
  readonly body: string
}

const written: fc.Arbitrary<Written> = fc.record({
  title: line(300),
  summary: line(240).map(text => `${text} — and so on, as a summary is not too short`),
  author: line(40),
  body: bodyWords,
})

type Read = (site: SiteFolder, count: number) => readonly Written[]

const inJson = (site: SiteFolder, file: string): JsonRecord => JSON.parse(site.read(`_site/${file}`))
const valueIn = (list: unknown): string => String(recordsIn(list)[0]?.value)

/** What each says of every story, the oldest first. */
const ofXml: Readonly<Record<string, Read>> = {
  RSS: site =>
    itemsOf(readFeed(site.read('_site/rss.xml')))
      .map(item => ({
        title: textOf(item, 'title') ?? '',
        summary: textInHtml(textOf(item, 'description') ?? ''),
        author: textOf(item, 'dc:creator') ?? '',
        body: textInHtml(textOf(item, 'content:encoded') ?? ''),
      }))
      .toReversed(),
  Atom: site =>
    childrenOf(readFeed(site.read('_site/atom.xml')), 'entry')
      .map(entry => ({
        title: textOf(entry, 'title') ?? '',
        summary: textOf(entry, 'summary') ?? '',
        author: textOf(childrenOf(entry, 'author')[0] as Element, 'name') ?? '',
        body: textInHtml(textOf(entry, 'content') ?? ''),
      }))
      .toReversed(),
}

const ofJson: Readonly<Record<string, Read>> = {
  'JSON Feed': site =>
    recordsIn(inJson(site, 'feed.json').items)
      .map(item => ({
        title: String(item.title),
        summary: String(item.summary),
        author: String(recordsIn(item.authors)[0]?.name),
        body: textInHtml(String(item.content_html)),
      }))
      .toReversed(),
  ninjs: (site, count) =>
    Array.from({ length: count }, (_, index) => {
      const item = inJson(site, `world/2024/10/24/story-${index}/index.json`)
      return {
        title: valueIn(item.headlines),
        summary: valueIn(item.descriptions),
        author: String(item.by),
        body: textInHtml(valueIn(item.bodies)),
      }
    }),
}

test('any headline, summary, name and body come back from each', async () => {
  const stories = fc.array(written, { minLength: 8, maxLength: 8 })
  const property = fc.asyncProperty(stories, line(90), async (drawn, name) => {
    const files = drawn.map(({ title, summary, author, body }, index) => {
      const [quotedTitle, quotedSummary] = [title, summary].map(text => JSON.stringify(text))
      const fields = {
        title: quotedTitle,
        summary: quotedSummary,
        date: `2024-10-24T10:0${index}:00+05:30`,
        // Each of them another one.
        authors: JSON.stringify([`${index} ${author}`]),
      }
      return [`content/stories/2024/10/24/story-${index}.md`, storyText(fields, `Body: ${body}\n`)]
    })
    const site = createSite({
      ...Object.fromEntries(files),
      '_data/site.yaml': siteData['_data/site.yaml'].replace(
        /^name: .*/,
        () => `name: ${JSON.stringify(name)}`,
      ),
    })
    try {
      await buildInProcess(site, now)
      const all = drawn.map(
        ({ title, summary, author, body }, index): Written => ({
          title: asPublished(title),
          summary: asPublished(summary),
          author: asPublished(`${index} ${author}`),
          body: `Body: ${body}`.trim(),
        }),
      )
      for (const [format, read] of Object.entries({ ...ofJson, ...ofXml }))
        expect(read(site, all.length), format).toEqual(all)
      expect(newsIn(site).toReversed()).toEqual(all.map(({ title }) => title))
      expect(bylinesIn(site, asPublished(name)).toSorted()).toEqual(
        all.map(({ author }) => author).toSorted(),
      )
    } finally {
      site.dispose()
    }
  })
  await fc.assert(property, { numRuns: 8 })
})

const newsIn = (site: SiteFolder): readonly (string | undefined)[] =>
  childrenOf(readFeed(site.read('_site/sitemaps/news.xml')), 'url').map(url =>
    textOf(childrenOf(url, 'news:news')[0] as Element, 'news:title'),
  )

/** As the list of all feeds names them, under the name of the site. */
const bylinesIn = (site: SiteFolder, name: string): readonly (string | undefined)[] => {
  const list = readFeed(site.read('_site/feeds.opml'))
  const [head, body] = list.children as [Element, Element]
  expect([textOf(head, 'title'), body.children[0]?.attributes.text]).toEqual([name, name])
  return body.children.at(-1)?.children.map(({ attributes }) => attributes.text) ?? []
}

test('a headline with what no page can show is refused', () => {
  for (const wrong of ['\u0007', '\u0000', '\u009f', '\ud800', '\udfff', '\ufffe']) {
    const story = storyAt('2024-10-24T10:00:00+05:30', 'story', { title: JSON.stringify(`A${wrong}B`) })
    expect(problemsOf(story), JSON.stringify(wrong)).toMatchObject([{ code: 'text-control-character' }])
  }
})
