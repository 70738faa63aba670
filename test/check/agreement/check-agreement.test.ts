// Every page, feed and file is read back: whatever disagrees with the story is found, with both places.

import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../src/domain/problem.ts'
import { printedAt } from '../../rig/printed-feed.ts'
import { storyText } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at } from '../../rig/small-newsroom.ts'
import { checkPages } from '../check-pages.ts'
import { replaced } from '../standards/faults-in.ts'

const file = 'content/stories/2024/10/24/storm.md'
const url = '/world/2024/10/24/storm/'
const address = `https://bulletin.example${url}`
const stories: Files = {
  [file]: storyText({
    title: "'Tom & Ana meet'",
    authors: '[asha-rao, José Núñez]',
    tags: '[nato]',
    urgency: '1',
    updated: '2024-10-24T13:00:00+05:30',
    corrections: '[{ date: 2024-10-24T14:00:00+05:30, text: "It was <5>, not 6." }]',
  }),
  'content/stories/2024/10/23/calm.md': storyText({ title: 'Calm', date: '2024-10-23T09:30:00+05:30' }),
}
const now = at('2024-10-24T12:00:00Z')

const printed = new Map<string, string>()
const pageAt = (at: string): string => {
  const known = printed.get(at) ?? printedAt(stories, at, now)
  printed.set(at, known)
  return known
}

/** What is said of the page with something replaced in it, but for its links and styles. */
const problemsOf = (of: string, from = '', to = ''): readonly Problem[] =>
  checkPages({ stories, now, pages: { [of]: replaced(pageAt(of), from, to) } }).filter(
    ({ code }) => !/^(?:link|file|anchor|style|script)-|^third-party/.test(code),
  )
const disagreements = (of: string, from: string, to: string) =>
  problemsOf(of, from, to)
    .filter(({ code }) => code === 'story-told-differently')
    .map(({ message, location }) => `${location.line} ${message.replace(`${of}: `, '')}`)

const feeds = [
  '/rss.xml',
  '/world/rss.xml',
  '/atom.xml',
  '/feed.json',
  '/breaking/atom.xml',
  '/topics/nato/feed.json',
]

test.each([
  url,
  `${url}index.json`,
  ...feeds,
  '/corrections/rss.xml',
  '/corrections/atom.xml',
  '/corrections/feed.json',
  '/sitemaps/news.xml',
  '/sitemaps/2024-10.xml',
  '/sitemaps/fronts.xml',
  '/sitemap.xml',
  '/feeds.opml',
  '/changes/2024/10/24.json',
])('%s, as its layout prints it, is let through', of => {
  expect(problemsOf(of).filter(({ location }) => !location.file.startsWith('content/'))).toEqual([])
})

const disagree = (field: string, wrong: string, right: string, source = 'this feed') =>
  `${source} and the story disagree on the ${field} of ${address}: ${source} has ${wrong}, ${file} has ${right}`

const otherTime = '2024-10-24T09:30:01+05:30'
const authors = '“Asha Rao”, “José Núñez”'

describe.each([
  [
    '/rss.xml',
    {
      id: ['2024-10-24:storm</guid>', '2024-10-24:gale</guid>'],
      headline: ['<title>Tom &#x26; Ana meet', '<title>Tom &#x26; Ana part'],
      published: ['Thu, 24 Oct 2024 09:30:00', 'Thu, 24 Oct 2024 09:30:01'],
      modified: ['<atom:updated>2024-10-24T14:00:00', '<atom:updated>2024-10-24T13:00:00'],
      authors: ['<dc:creator>José Núñez</dc:creator>', ''],
      section: ['<category>World', '<category>Nation'],
      correction: ['It was &lt;5&gt;, not 6.', 'It was &lt;5&gt;.'],
    },
  ],
  [
    '/atom.xml',
    {
      id: ['2024-10-24:storm</id>', '2024-10-24:gale</id>'],
      headline: ['<title>Tom &#x26; Ana meet', '<title>Tom &#x26; Ana part'],
      published: ['<published>2024-10-24T09:30:00', '<published>2024-10-24T09:30:01'],
      modified: [
        '<updated>2024-10-24T14:00:00+05:30</updated>\n<author><name>Asha',
        '<updated>2024-10-24T13:00:00+05:30</updated>\n<author><name>Asha',
      ],
      authors: [
        '<author><name>José Núñez</name><uri>https://bulletin.example/bylines/jose-nunez/</uri></author>',
        '',
      ],
      section: ['label="World"', 'label="Nation"'],
      correction: ['It was &lt;5&gt;, not 6.', 'It was &lt;5&gt;.'],
    },
  ],
  [
    '/feed.json',
    {
      id: ['2024-10-24:storm"', '2024-10-24:gale"'],
      headline: ['"title":"Tom & Ana meet', '"title":"Tom & Ana part'],
      published: ['"date_published":"2024-10-24T09:30:00', '"date_published":"2024-10-24T09:30:01'],
      modified: ['"date_modified":"2024-10-24T14:00:00', '"date_modified":"2024-10-24T13:00:00'],
      authors: [',{"name":"José Núñez","url":"https://bulletin.example/bylines/jose-nunez/"}', ''],
      section: ['"tags":["World"', '"tags":["Nation"'],
      correction: ['It was &lt;5&gt;, not 6.', 'It was &lt;5&gt;.'],
    },
  ],
] as const)('%s is found with another', (of, wrong) => {
  const places = pageAt(of)
  const line = of.endsWith('.json')
    ? 1
    : places.slice(0, places.search(/<(?:item|entry)>/)).split('\n').length
  const found = (field: keyof typeof wrong) => disagreements(of, wrong[field][0], wrong[field][1])

  test('id', () => {
    const [right, gale] = ['storm', 'gale'].map(slug => `“tag:bulletin.example,2024-10-24:${slug}”`)
    expect(found('id')).toEqual([`${line} ${disagree('id', `${gale}`, `${right}`)}`])
  })
  test('headline', () =>
    expect(found('headline')).toEqual([
      `${line} ${disagree('headline', '“Tom & Ana part”', '“Tom & Ana meet”')}`,
    ]))
  test('time of publication', () =>
    expect(found('published')).toEqual([
      `${line} ${disagree('time of publication', otherTime, '2024-10-24T09:30:00+05:30')}`,
    ]))
  test('time of its last change', () =>
    expect(found('modified')).toEqual([
      `${line} ${disagree('time of the last change', '2024-10-24T13:00:00+05:30', '2024-10-24T14:00:00+05:30')}`,
    ]))
  test('author', () =>
    expect(found('authors')).toEqual([`${line} ${disagree('authors', '“Asha Rao”', authors)}`]))
  test('section', () =>
    expect(found('section')).toEqual([`${line} ${disagree('section', '“Nation”', '“World”')}`]))
  test('text, without a correction', () =>
    expect(found('correction')).toEqual([
      `${line} this feed lacks a correction of ${address}: ${file} has “It was <5>, not 6.”`,
    ]))
  test('address: of no story', () => {
    const [right] = [`${address}"`, `${address}<`].filter(each => places.includes(each))
    expect(disagreements(of, `${right}`, `${right}`.replace('storm', 'gale'))).toEqual([
      `${line} this feed names ${address.replace('storm', 'gale')}, but no published story has this address`,
    ])
  })
})

describe('ninjs is found with another', () => {
  const of = `${url}index.json`
  const ninjs = (field: string, wrong: string, right: string) =>
    `1 ${disagree(field, wrong, right, 'ninjs')} (made from ${file})`

  test.each([
    [
      'id',
      '"uri":"tag:bulletin.example,2024-10-24:storm"',
      '"uri":"tag:x"',
      '“tag:x”',
      '“tag:bulletin.example,2024-10-24:storm”',
    ],
    ['headline', '"value":"Tom & Ana meet"', '"value":"Ana"', '“Ana”', '“Tom & Ana meet”'],
    [
      'time of publication',
      '"firstCreated":"2024-10-24T09:30:00',
      '"firstCreated":"2024-10-24T09:30:01',
      otherTime,
      '2024-10-24T09:30:00+05:30',
    ],
    [
      'time of the last change',
      '"versionCreated":"2024-10-24T14:00:00',
      '"versionCreated":"2024-10-24T09:30:01',
      otherTime,
      '2024-10-24T14:00:00+05:30',
    ],
    ['authors', '{"name":"Asha Rao","rel"', '{"name":"Rao","rel"', '“Rao”, “José Núñez”', authors],
    ['section', '{"name":"World"', '{"name":"Nation"', '“Nation”', '“World”'],
  ])('%s', (field, from, to, wrong, right) =>
    expect(disagreements(of, from, to)).toEqual([ninjs(field, wrong, right)]),
  )

  test('text, without a correction', () => {
    expect(disagreements(of, 'It was &lt;5&gt;, not 6.', '')).toEqual([
      `1 ninjs lacks a correction of ${address}: ${file} has “It was <5>, not 6.” (made from ${file})`,
    ])
  })

  test('address', () => {
    expect(disagreements(of, `"href":"${address}"`, '"href":"https://bulletin.example/"')).toEqual([
      `1 ninjs names https://bulletin.example/, but no published story has this address (made from ${file})`,
    ])
  })
})

describe('the page of a story is found with another', () => {
  const line = (who: string, field: string, wrong: string, right: string) =>
    `${disagree(field, wrong, right, who)} (made from ${file})`
  const found = (from: string, to: string) =>
    disagreements(url, from, to).map(line => line.replace(/^\d+ /, ''))

  test.each([
    ['the page', 'headline', '<h1>Tom &amp; Ana meet', '<h1>Ana', '“Ana”', '“Tom & Ana meet”'],
    ['the page', 'authors', 'rel="author">José Núñez', 'rel="author">José', '“Asha Rao”, “José”', authors],
    [
      'Open Graph',
      'headline',
      'property="og:title" content="Tom &amp; Ana meet',
      'property="og:title" content="Ana',
      '“Ana”',
      '“Tom & Ana meet”',
    ],
    [
      'Open Graph',
      'time of publication',
      'published_time" content="2024-10-24T09:30:00',
      'published_time" content="2024-10-24T09:30:01',
      otherTime,
      '2024-10-24T09:30:00+05:30',
    ],
    [
      'Open Graph',
      'time of the last change',
      'modified_time" content="2024-10-24T14:00:00',
      'modified_time" content="2024-10-24T09:30:01',
      otherTime,
      '2024-10-24T14:00:00+05:30',
    ],
    [
      'Open Graph',
      'section',
      'article:section" content="World',
      'article:section" content="Nation',
      '“Nation”',
      '“World”',
    ],
    [
      'JSON-LD',
      'headline',
      '"headline":"Tom \\u0026 Ana meet',
      '"headline":"Ana',
      '“Ana”',
      '“Tom & Ana meet”',
    ],
    [
      'JSON-LD',
      'time of publication',
      '"datePublished":"2024-10-24T09:30:00',
      '"datePublished":"2024-10-24T09:30:01',
      otherTime,
      '2024-10-24T09:30:00+05:30',
    ],
    [
      'JSON-LD',
      'time of the last change',
      '"dateModified":"2024-10-24T14:00:00',
      '"dateModified":"soon',
      'no time',
      '2024-10-24T14:00:00+05:30',
    ],
    ['JSON-LD', 'authors', '"name":"Asha Rao"', '"name":"Rao"', '“Rao”, “José Núñez”', authors],
    ['JSON-LD', 'section', '"articleSection":"World"', '"articleSection":"Nation"', '“Nation”', '“World”'],
    [
      'JSON-LD',
      'corrections',
      '"text":"It was \\u003c5\\u003e, not 6."',
      '"text":"It was 5."',
      '“It was 5.”',
      '“It was <5>, not 6.”',
    ],
  ])('%s: %s', (who, field, from, to, wrong, right) => {
    expect(found(from, to)).toEqual([line(who, field, wrong, right)])
  })

  test.each([
    ['the page', `rel="canonical" href="${address}`],
    ['Open Graph', `property="og:url" content="${address}`],
  ])('%s: address', (who, from) => {
    expect(found(from, from.replace('storm', 'gale'))).toEqual([
      `${who} names ${address.replace('storm', 'gale')}, but no published story has this address (made from ${file})`,
    ])
  })

  test('the page: authors, also where more than a name stands in the link', () =>
    expect(found('rel="author">José Núñez', 'rel="author"><b>José</b>')).toEqual([
      line('the page', 'authors', '“Asha Rao”, “José”', authors),
    ]))

  test('the page: corrections', () =>
    expect(found(' It was &lt;5&gt;, not 6.</p>', ' It was 5.</p>')).toEqual([
      `the page lacks a correction of ${address}: ${file} has “It was <5>, not 6.” (made from ${file})`,
    ]))

  test('Open Graph: address, of a place on the page', () =>
    expect(
      found(`property="og:url" content="${address}`, `property="og:url" content="${address}#top`),
    ).toEqual([
      `Open Graph names ${address}#top, but no published story has this address (made from ${file})`,
    ]))

  test('and nothing is overlooked where a page does not say its address', () => {
    const page = replaced(pageAt(url), `<link rel="canonical" href="${address}">`, '')
    const problems = checkPages({ stories, now, pages: { [url]: replaced(page, '<h1>Tom', '<h1>Tim') } })
    expect(problems.map(({ code }) => code)).toContain('story-told-differently')
  })
})

test('JSON-LD that is not JSON is found', () => {
  expect(problemsOf(url, '"@context":', '@context:')).toMatchObject([
    { code: 'json-malformed', message: expect.stringContaining('JSON-LD') },
  ])
})

describe('a sitemap is found', () => {
  test('with another headline or time of news', () => {
    expect(disagreements('/sitemaps/news.xml', '<news:title>Tom &#x26; Ana meet', '<news:title>Ana')).toEqual(
      [`3 ${disagree('headline', '“Ana”', '“Tom & Ana meet”', 'this sitemap')}`],
    )
    expect(
      disagreements('/sitemaps/news.xml', '_date>2024-10-24T09:30:00', '_date>2024-10-24T09:30:01'),
    ).toEqual([
      `3 ${disagree('time of publication', otherTime, '2024-10-24T09:30:00+05:30', 'this sitemap')}`,
    ])
  })

  test('with another last change of a story', () => {
    expect(disagreements('/sitemaps/2024-10.xml', '2024-10-24T14:00:00', '2024-10-24T09:30:01')).toEqual([
      `3 ${disagree('time of the last change', otherTime, '2024-10-24T14:00:00+05:30', 'this sitemap')}`,
    ])
  })

  test('with news that are no story', () => {
    expect(disagreements('/sitemaps/news.xml', `<loc>${address}`, '<loc>https://bulletin.example/')).toEqual([
      '3 this sitemap names https://bulletin.example/, but no published story has this address',
    ])
  })
})

describe('a list of changes is found', () => {
  const of = '/changes/2024/10/24.json'
  const list = (field: string, wrong: string, right: string) =>
    `1 ${disagree(field, wrong, right, 'this list of changes')}`
  const times = (count: number, message: string) => Array.from({ length: count }, () => message)

  test('with another headline or id of a story', () => {
    const other = pageAt(of).replaceAll('Tom & Ana meet', 'Ana').replaceAll('24:storm', '24:gale')
    const [id, gale] = ['storm', 'gale'].map(slug => `“tag:bulletin.example,2024-10-24:${slug}”`)
    expect(disagreements(of, pageAt(of), other).sort()).toEqual([
      ...times(3, list('headline', '“Ana”', '“Tom & Ana meet”')),
      ...times(3, list('id', `${gale}`, `${id}`)),
    ])
  })

  test('with another address or time', () => {
    expect(disagreements(of, address, address.replace('storm', 'gale'))).toEqual([
      `1 this list of changes names ${address.replace('storm', 'gale')}, but no published story has this address`,
    ])
    expect(problemsOf(of, '"at":"2024-10-24T14:00:00', '"at":"2024-10-24T14:00:01')).toMatchObject([
      { code: 'run-not-as-planned' },
    ])
  })
})

test('what is left out does not disagree', () => {
  expect(disagreements('/feed.json', '"date_modified":"2024-10-24T14:00:00+05:30",', '')).toEqual([])
})

test('a correction and a live entry have headlines and times of their own', () => {
  expect(disagreements('/corrections/rss.xml', '<title>Correction: Tom', '<title>Tom')).toEqual([])
})
