import { describe, expect, test } from 'vitest'
import { digestOf } from '../../../src/system/digest.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { at, newsroomOf, problemsOf, storyAt, storyOf } from '../../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const faultsOf = (fields: Record<string, string | undefined>) => problemsOf(storyAt(date, 'storm', fields))

test('a sound story has all that pages need', () => {
  expect(storyOf()).toMatchObject({
    file: 'content/stories/2024/10/24/story.md',
    id: 'tag:bulletin.example,2024-10-24:story',
    day: '2024-10-24',
    date: at('2024-10-24T04:00:00Z'),
    url: '/world/2024/10/24/story/',
    slug: 'story',
    urgency: 5,
    draft: false,
    authors: [],
    tags: [],
    corrections: [],
    updated: null,
    embargo: null,
    withdrawn: null,
  })
})

test('the url takes the slug that the front matter gives, the id stays that of the file', () => {
  expect(storyOf({ slug: 'harbour' })).toMatchObject({
    url: '/world/2024/10/24/harbour/',
    id: 'tag:bulletin.example,2024-10-24:story',
  })
})

test('a person named in full, or twice, is the person of people.yaml', () => {
  expect(storyOf({ authors: '[Asha Rao, asha-rao, José Núñez, tom-field]' }).authors).toEqual([
    'asha-rao',
    'José Núñez',
    'tom-field',
  ])
})

test('a tag that stands twice counts once', () =>
  expect(storyOf({ tags: '[nato, nato]' }).tags).toEqual(['nato']))

test('corrections are kept in the order of their dates', () => {
  const corrections = `[{ date: 2024-10-26T00:00:00Z, text: second }, { date: 2024-10-25T00:00:00Z, text: first }]`
  expect(storyOf({ corrections }).corrections.map(({ text }) => text)).toEqual(['first', 'second'])
})

test('all of its words have the quotation marks of its language', () => {
  const fields = {
    title: `"It's 'open'," she says`,
    kicker: `'80s`,
    summary: `The harbour's master says that "the port is open" from noon on.`,
    authors: `["Sinéad O'Connor"]`,
    dateline: "St John's",
    source: `{ name: "The Port's Own", url: "https://port.example/it's" }`,
    corrections: `[{ date: 2024-10-26T00:00:00Z, text: "It's \\"noon\\"." }]`,
    live: 'true',
  }
  const body = `::: entry 2024-10-24T09:40:00+05:30 The "first" ship\nIt's in.\n:::\n`
  const [story] = newsroomOf({ [storyFile]: storyText(quoted(fields), body) }).stories
  expect(story).toMatchObject({
    title: '“It’s ‘open’,” she says',
    kicker: '’80s',
    summary: 'The harbour’s master says that “the port is open” from noon on.',
    authors: ['Sinéad O’Connor'],
    dateline: 'St John’s',
    source: { name: 'The Port’s Own', url: "https://port.example/it's" },
    corrections: [{ text: 'It’s “noon”.' }],
    entries: [{ headline: 'The “first” ship', text: 'It’s in.' }],
    url: '/world/2024/10/24/harbour-reopens/',
  })
  const german = newsroomOf({ [storyFile]: storyText({ title: `'"Ja", sagt er'`, language: 'de' }) })
  expect(german.stories[0]?.title).toBe('„Ja“, sagt er')
})

/** The plain texts in YAML's single quotes. */
const quoted = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      /^[[{]|^true$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`,
    ]),
  )

test('a body that begins with a rule is a body', () => {
  const body = '---\ntitle: not a headline\n---\nText.\n'
  const { stories } = newsroomOf({ [storyFile]: storyText({}, body) })
  expect(stories[0]).toMatchObject({ title: 'Harbour reopens after the storm', bodyDigest: digestOf(body) })
})

describe('what does not fit together is refused at its place', () => {
  test.each([
    [
      'a section that does not exist',
      { section: 'wrld' },
      'section-unknown',
      'did you mean “world”?',
      '5:10',
    ],
    [
      'a section far from any',
      { section: 'weather' },
      'section-unknown',
      'the sections are world, nation',
      '5:10',
    ],
    ['a key that is nobody’s', { authors: '[tom-field, asha-roa]' }, 'author-unknown', '“asha-rao”?', '6:22'],
    [
      'an update before the story',
      { updated: '2024-10-24T09:29:59+05:30' },
      'updated-before-date',
      'correct date or updated',
      '6:10',
    ],
    [
      'a correction before the story',
      { corrections: '\n  - { date: 2024-10-24T03:59:59Z, text: wrong }' },
      'correction-before-date',
      'correct one of the two dates',
      '7:13',
    ],
    [
      'a withdrawal before the story',
      { withdrawn: '{ date: 2024-10-24T03:59:59Z, reason: wrong }' },
      'withdrawn-before-date',
      'correct one of the two dates',
      '6:20',
    ],
    [
      'a picture without words for those who cannot see it',
      { image: '{ src: a.svg, credit: y }' },
      'picture-alt',
      'decorative: true',
      '6:1',
    ],
    [
      'a picture with empty words',
      { image: '{ src: a.svg, alt: "", credit: y }' },
      'picture-alt',
      'add “alt: …”',
      '6:22',
    ],
    [
      'a picture that only decorates, and says something',
      { image: '{ src: a.svg, alt: x, credit: y, decorative: true }' },
      'picture-alt',
      'remove alt or decorative',
      '6:53',
    ],
    [
      'a picture that is missing',
      { image: '{ src: missing.jpg, alt: x, credit: y }' },
      'picture-missing',
      'add the picture',
      '6:15',
    ],
  ])('%s', (_what, fields, code, hint, location) => {
    const faults = faultsOf(fields)
    expect(faults).toMatchObject([{ code, severity: 'error' }])
    expect(faults[0]?.hint).toContain(hint)
    expect(`${faults[0]?.location.line}:${faults[0]?.location.column}`).toBe(location)
  })
})

test('a picture that only decorates needs no words', () => {
  expect(storyOf({ image: '{ src: a.svg, credit: y, decorative: true }' }).image?.alt).toBe('')
})

test('an update, a correction and a withdrawal in the very second of the story are taken', () => {
  const story = storyOf({
    updated: date,
    corrections: `[{ date: ${date}, text: wrong }]`,
    withdrawn: `{ date: ${date}, reason: wrong }`,
  })
  expect(story.updated).toBe(story.date)
})

test('problems of front matter and body come in one run', () => {
  const text = storyText({ section: 'wrld', urgency: '12' }, 'See [this](nowhere.html).\n')
  expect(problemsOf({ [storyFile]: text }).map(({ code }) => code)).toEqual([
    'section-unknown',
    'urgency-range',
    'link-not-allowed',
  ])
})

describe('where a story stands', () => {
  test.each([
    ['content/stories/storm.md', 'story-place'],
    ['content/stories/2024/10/storm.md', 'story-place'],
    ['content/stories/2024/10/24/deeper/storm.md', 'story-place'],
    ['content/stories/2024/10/24/The Storm.md', 'story-name'],
    ['content/stories/2024/10/24/sturm-über-köln.md', 'story-name'],
  ])('%s is refused', (file, code) => {
    expect(problemsOf({ [file]: storyText() })).toMatchObject([
      { code, severity: 'error', location: { file, line: 1 } },
    ])
  })

  const otherDay = { date: '2024-10-25T20:00:00Z' }
  test.each([
    ['content/stories/The Storm.md', {}, 'move it to content/stories/2024/10/24/the-storm.md'],
    ['content/stories/2024/10/1/storm.md', otherDay, 'move it to content/stories/2024/10/26/storm.md'],
    ['content/stories/2024/9/1/storm.md', { date: 'soon' }, 'move it to content/stories/2024/09/01/storm.md'],
    [
      'content/stories/2024-09-01-storm.md',
      { date: 'soon' },
      'content/stories/2024/09/01/2024-09-01-storm.md',
    ],
    ['content/stories/2024/10/24/storm/index.md', {}, 'move it to content/stories/2024/10/24/storm.md'],
    ['content/stories/बंदर.md', { date: 'soon' }, 'move it to content/stories/yyyy/mm/dd/name.md'],
    [
      'content/stories/2024/10/24/storm (1).md',
      {},
      'name the file storm-1.md, or give its fields a line such as slug: storm-1',
    ],
    [
      'content/stories/2024/10/24/sturm-über-köln.md',
      {},
      'name the file sturm-uber-koln.md, or give its fields a line such as slug: sturm-uber-koln',
    ],
    ['content/stories/2024/10/24/बंदर.md', {}, 'name the file with lower-case letters, digits and hyphens'],
  ])('%s is told where it belongs', (file, fields, hint) => {
    expect(problemsOf({ [file]: storyText(fields) })[0]?.hint).toContain(hint)
  })

  test('a slug mends a name that cannot stand in an address', () => {
    const file = 'content/stories/2024/10/24/The Storm.md'
    expect(problemsOf({ [file]: storyText({ slug: 'the-storm' }) })).toEqual([])
  })

  test('the folder of another day is a warning with the right one', () => {
    const file = 'content/stories/2024/10/24/storm.md'
    expect(problemsOf({ [file]: storyText({ date: '2024-10-24T20:00:00Z' }) })).toMatchObject([
      { code: 'story-folder', severity: 'warning', location: { line: 3, column: 7 } },
    ])
    expect(problemsOf({ [file]: storyText({ date: '2024-10-24T20:00:00Z' }) })[0]?.hint).toContain(
      'content/stories/2024/10/25/storm.md',
    )
  })
})

test.each<[what: string, text: string, message: string, line?: number]>([
  ['none', 'The body.\n', 'the story has no front matter: the fields at its top, between two lines ---'],
  ['an open one', '---\ntitle: x\n', 'the front matter is never closed'],
  ['one of TOML', '+++\ntitle = "x"\n+++\n', 'between lines +++ stands TOML, which Dateline does not read'],
  ['one behind four hyphens', '----\ntitle: x\n----\n', '4 hyphens are no --- to Dateline'],
  [
    'one that dots end',
    '---\ntitle: x\n...\nx\n',
    '... does not end the fields that began at the first ---',
    3,
  ],
  [
    'one that four hyphens end',
    '---\na: x\n----\n',
    '---- does not end the fields that began at the first ---',
    3,
  ],
  [
    'one behind an empty line',
    `\n${storyText()}`,
    'empty lines stand before the first ---, which must be the first line of the file',
    2,
  ],
])('a story with no proper front matter: %s', (_what, text, message, line = 1) => {
  expect(problemsOf({ [storyFile]: text })).toMatchObject([
    { code: 'front-matter-missing', message, location: { line, column: 1 } },
  ])
})

test('an anchor may serve two fields, one that holds itself is refused without a crash', () => {
  expect(storyOf({ title: '&seoul Seoul', dateline: '*seoul' }).dateline).toBe('Seoul')
  expect(faultsOf({ tags: '&x [*x]' })).toMatchObject([
    { code: 'yaml-syntax', location: { line: 6, column: 11 } },
  ])
})
