import { describe, expect, test } from 'vitest'
import { reservedWords } from '../../../src/domain/site-addresses.ts'
import { validateSiteData } from '../../../src/validate/site/validate-site-data.ts'
import { siteData } from '../../rig/site-data.ts'
import { filesInMemory, newsroomOf, problemsOf } from '../../rig/small-newsroom.ts'

test('sound site data is there for every page', () => {
  const { site, sections, people, names } = newsroomOf({}).newsroom
  expect(site).toMatchObject({
    name: 'The Test Bulletin',
    tagline: null,
    url: 'https://bulletin.example',
    timezone: 'Asia/Kolkata',
    contact: { email: 'desk@bulletin.example', phone: null, address: null },
    app: null,
  })
  expect(sections).toEqual([
    { key: 'world', name: 'World', description: 'Reports from abroad.' },
    { key: 'nation', name: 'Nation', description: null },
    { key: 'sport', name: 'Sport', description: null },
  ])
  expect(people.get('tom-field')).toEqual({
    key: 'tom-field',
    name: 'Tom Field',
    role: null,
    bio: null,
    email: null,
    portrait: null,
    picture: null,
    links: [],
    fediverse: null,
  })
  expect(names.topics.get('nato')).toEqual({ key: 'nato', name: 'NATO', description: null })
})

test('an app may be in one shop only', () => {
  const yaml = `${siteData['_data/site.yaml']}app: { name: App, text: Read it here., ios: https://apps.example/1 }\n`
  expect(newsroomOf({ '_data/site.yaml': yaml }).newsroom.site.app).toMatchObject({
    ios: 'https://apps.example/1',
    android: null,
  })
})

test('sections stand in the order of the menu', () => {
  const yaml = 'sport: { name: Sport }\nworld: { name: World }\narts: { name: Arts }\n'
  expect(newsroomOf({ '_data/sections.yaml': yaml }).newsroom.sections.map(({ key }) => key)).toEqual([
    'sport',
    'world',
    'arts',
  ])
})

test('a site may do without people and topics', () => {
  const files = filesInMemory({})
  const data = validateSiteData({ ...files, people: null, names: { ...files.names, topics: null } })
  expect(data.ok && [...data.value.people, ...data.value.names.topics]).toEqual([])
})

test.each([
  ['site.yaml', { site: null }],
  ['sections.yaml', { sections: null }],
])('a site cannot do without %s', (name, files) => {
  const data = validateSiteData({ ...filesInMemory({}), ...files })
  expect(data.ok ? [] : data.fault).toMatchObject([
    {
      code: 'file-missing',
      message: `_data/${name} is missing or not readable`,
      location: { file: `_data/${name}` },
    },
  ])
})

test('the problems of all four files come in one run', () => {
  const problems = problemsOf({
    '_data/site.yaml': siteData['_data/site.yaml'].replace('en-IN', 'en_IN'),
    '_data/sections.yaml': 'world: World\n',
    '_data/people.yaml': 'asha-rao: { name: Asha, mail: a@b.example }\n',
    '_data/topics.yaml': 'nato: { name: a: b }\n',
  })
  expect(problems.map(({ code, location }) => `${location.file}:${location.line} ${code}`)).toEqual([
    '_data/site.yaml:4 language-form',
    '_data/sections.yaml:1 field-type',
    '_data/people.yaml:1 field-unknown',
    '_data/topics.yaml:1 yaml-syntax',
  ])
})

test('a field that site.yaml does not know is named, with the near one', () => {
  const yaml = `langage: en\n${siteData['_data/site.yaml']}`
  expect(problemsOf({ '_data/site.yaml': yaml })).toMatchObject([
    { code: 'field-unknown', hint: 'did you mean “language”?', location: { line: 1, column: 1, length: 7 } },
  ])
})

test('no section may be called as a page or a folder of the site is', () => {
  expect(reservedWords).toEqual([
    ...['archive', 'breaking', 'bylines', 'changes', 'corrections'],
    ...['media', 'search', 'series', 'sitemaps', 'subscribe', 'topics', 'withdrawn'],
  ])
})

test.each(['', '{}\n', '# Later.\n'])('without any section that is the one problem: %j', text => {
  expect(problemsOf({ '_data/sections.yaml': text })).toMatchObject([
    { code: 'sections-missing', location: { file: '_data/sections.yaml', line: 1 } },
  ])
})

describe('a section’s key', () => {
  const section = (key: string) =>
    problemsOf({ '_data/sections.yaml': `world: { name: World }\n${key}: { name: X }\n` })

  test.each([...reservedWords])('“%s” is taken by a path of the site', key => {
    expect(section(key)).toMatchObject([
      {
        code: 'section-taken',
        location: { file: '_data/sections.yaml', line: 2, column: 1, length: key.length },
      },
    ])
    expect(section(key)[0]?.hint).toContain(`${key}-news`)
  })

  test.each(['2024', '1999', '7', '"2025"'])('“%s” would be a year of the archive', key => {
    expect(section(key)).toMatchObject([{ code: 'section-taken' }])
  })

  test.each(['topic', 'archives', 'media-news', '2024-election', 'g20'])('“%s” is free', key => {
    expect(section(key)).toEqual([])
  })

  test.each([
    ['World News', 'write world-news'],
    ['Économie', 'write economie'],
    ['खेल', 'use lower-case letters'],
    ['world_news', 'write world-news'],
  ])('“%s” cannot stand in an address', (key, hint) => {
    expect(section(key)).toMatchObject([{ code: 'key-form', location: { line: 2, column: 1 } }])
    expect(section(key)[0]?.hint).toContain(hint)
  })

  test('stands once', () => {
    expect(section('world')).toMatchObject([{ code: 'yaml-duplicate-key', location: { line: 2, column: 1 } }])
  })
})

test('sections written as a list are refused at the beginning of the file', () => {
  expect(problemsOf({ '_data/sections.yaml': '\n- world\n' })).toMatchObject([
    { code: 'field-type', message: 'this must be a group of entries', location: { line: 1, column: 1 } },
  ])
})

test('a section with nothing behind its name is not dropped in silence', () => {
  const [problem] = problemsOf({ '_data/sections.yaml': 'world: { name: World }\nsport:\n' })
  expect(problem).toMatchObject({ code: 'field-type', location: { file: '_data/sections.yaml', line: 2 } })
})

test.each([
  ['ai: disallow', 5, 'ai: “disallow”', 'write allow, deny-training or deny'],
  ['feeds: { formats: [RSS] }', 20, 'feeds.formats: “RSS”', 'did you mean “rss”?'],
  ['feeds: { text: sumary }', 16, 'feeds.text: “sumary”', 'did you mean “summary”?'],
])('%s: the words that are known are named', (yaml, column, word, hint) => {
  expect(problemsOf({ '_data/site.yaml': `${siteData['_data/site.yaml']}${yaml}\n` })).toMatchObject([
    {
      code: 'word-unknown',
      message: `${word} is not a value that this field can have`,
      hint,
      location: { line: 8, column },
    },
  ])
})

test('the address of a hub or a search engine may not hold a password, and a key has its form', () => {
  const siteProblems = (yaml: string) =>
    problemsOf({ '_data/site.yaml': siteData['_data/site.yaml'] + yaml }).map(
      ({ code, hint, location }) => `${location.line}:${location.column} ${code} ${hint}`,
    )
  expect(siteProblems('feeds: { hub: "https://desk:secret@hub.example/" }\n')).toEqual([
    expect.stringMatching(/^8:16 url-private /),
  ])
  expect(siteProblems('feeds: { hub: "https://hub.example/#top" }\n')).toEqual([
    expect.stringContaining('url-private'),
  ])
  expect(siteProblems('feeds: { hub: hub.example }\n')).toEqual([expect.stringContaining('url-not-web')])
  expect(siteProblems('feeds: { hub: "http://hub.example:8080/publish?desk=1&for=a%20b" }\n')).toEqual([])
  for (const key of ['short', 'with_underscores', 'x'.repeat(129)])
    expect(siteProblems(`indexNow: { key: "${key}" }\n`), key).toEqual([
      expect.stringContaining('write 8 to 128 letters, digits or hyphens'),
    ])
  for (const key of ['a1b2c3d4', 'x'.repeat(128)])
    expect(siteProblems(`indexNow: { key: "${key}" }\n`), key).toEqual([])
})

test.each([['0'], ['-1'], ['169'], ['.inf'], ['.nan']])('breaking news cannot last %s hours', hours => {
  const yaml = `${siteData['_data/site.yaml']}breakingHours: ${hours}\n`
  expect(problemsOf({ '_data/site.yaml': yaml })).toMatchObject([
    { code: expect.stringMatching(/^(?:breaking-hours-range|field-type)$/) },
  ])
})
