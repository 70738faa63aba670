import { describe, expect, test } from 'vitest'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { problemsOf, storyOf } from '../rig/small-newsroom.ts'

const faultsOf = (text: string) =>
  problemsOf({ [storyFile]: text }).map(({ code, message, hint, location }) => ({
    code,
    message,
    hint,
    at: `${location.line}:${location.column}`,
    words: location.text.slice(location.column - 1, location.column - 1 + location.length),
  }))

describe('what has the wrong shape', () => {
  test.each([
    ['a year as title', { title: '2024' }, 'title: this must be text', 'put it in quotes: "2024"', '2024'],
    ['zeros before a number', { title: '007' }, 'title: this must be text', '"007"', '007'],
    ['a zero behind a number', { title: '1.10' }, 'title: this must be text', '"1.10"', '1.10'],
    ['a number by sixteens', { title: '0x1F' }, 'title: this must be text', '"0x1F"', '0x1F'],
    ['a power of ten', { title: '1e3' }, 'title: this must be text', '"1e3"', '1e3'],
    ['a number by eights', { title: '0o17' }, 'title: this must be text', '"0o17"', '0o17'],
    ['a number without its zero', { title: '.5' }, 'title: this must be text', '".5"', '.5'],
    ['a number with its sign', { title: '+1' }, 'title: this must be text', '"+1"', '+1'],
    ['TRUE in capitals', { title: 'TRUE' }, 'title: this must be text', '"TRUE"', 'TRUE'],
    ['a number among authors', { authors: '[007]' }, 'authors: this must be text', '"007"', '007'],
    ['true as title', { title: 'true' }, 'title: this must be text', 'put it in quotes: "true"', 'true'],
    [
      'a list as title',
      { title: '[a, b]' },
      'title: this must be text',
      'write one text, such as a, without brackets',
      '[',
    ],
    [
      'one word in brackets',
      { kicker: '[Analysis]' },
      'kicker: this must be text',
      'write Analysis, without',
      '[',
    ],
    [
      'a series in brackets',
      { series: '[october-storm]' },
      'series: this must be text',
      'write october-storm, without',
      '[',
    ],
    [
      'corrections as text',
      { corrections: 'wrong' },
      'corrections: this must be a list',
      'write a list: - { date: …, text: "…" }',
      'wrong',
    ],
    [
      'urgency as a word',
      { urgency: 'high' },
      'urgency: this must be a number',
      'write a number from 1 (flash) to 9',
      'high',
    ],
    ['a group as title', { title: '{ a: b }' }, 'title: this must be text', 'write one text', '{'],
    [
      'one author without brackets',
      { authors: 'Asha Rao' },
      'authors: this must be a list',
      'write [Asha Rao]',
      'Asha Rao',
    ],
    [
      'a number among the tags',
      { tags: '[nato, 2024]' },
      'tags: this must be text',
      'put it in quotes: "2024"',
      '2024',
    ],
    ['nothing among the tags', { tags: '[nato, null]' }, 'tags: this must be text', 'or remove it', 'null'],
    [
      'a dash with nothing behind it',
      { tags: '\n  -\n  - nato' },
      'tags: this must be text',
      'or remove it',
      '-',
    ],
    [
      'a list in a list',
      { tags: '[[nato]]' },
      'tags: this must be text',
      'write nato, without brackets',
      '[',
    ],
    ['urgency in quotes', { urgency: '"1"' }, 'urgency: this must be a number', 'write 1, in digits', '1'],
    [
      'yes instead of true',
      { draft: 'yes' },
      'draft: this must be true or false',
      'write true, without quotes',
      'yes',
    ],
    [
      'a file name as image',
      { image: 'a.jpg' },
      'image: this must be a group of fields',
      'write { src: …, alt: "…", credit: "…" }',
      'a.jpg',
    ],
    [
      'a correction as text',
      { corrections: '[wrong]' },
      'corrections: this must be a group of fields',
      'write a list: - { date: …, text: "…" }',
      'wrong',
    ],
  ])('%s', (_what, fields, message, hint, words) => {
    const faults = faultsOf(storyText(fields))
    expect(faults).toMatchObject([{ code: 'field-type', message, words }])
    expect(faults[0]?.hint).toContain(hint)
  })
})

test('a field in braces without its blank is shown with it', () => {
  const faults = faultsOf(storyText({ source: '{name:Wire, url: https://wire.example/}' }))
  expect(faults[0]).toMatchObject({
    code: 'field-unknown',
    hint: 'write name: Wire, with a blank behind the colon',
  })
})

test.each([
  ['a word', 'word', 'w'],
  ['a list', '- title: x', '-'],
  ['a number', '42', '4'],
])('front matter that is only %s is refused once', (_what, yaml, words) => {
  expect(faultsOf(`---\n${yaml}\n---\n`)).toMatchObject([{ code: 'field-type', at: '2:1', words }])
})

test.each(['null', 'NULL', '~'])('a headline that is %s to the letter needs quotes', word => {
  expect(faultsOf(storyText({ title: word }))).toMatchObject([
    {
      code: 'field-missing',
      hint: `write it after the colon; a text that is “${word}” needs quotes: "${word}"`,
    },
  ])
})

describe('what is missing', () => {
  test('every required field is named, in one run', () => {
    const faults = faultsOf('---\nurgency: 3\n---\n')
    expect(faults.map(({ message }) => message.split(':')[0])).toEqual([
      'title',
      'date',
      'summary',
      'section',
    ])
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['field-missing']))
  })

  test('what each needs is said, so that what is added is taken', () => {
    const problems = problemsOf({ [storyFile]: '---\nurgency: 3\n---\nWords.\n' })
    expect(problems.map(({ hint }) => hint)).toEqual([
      'add a line “title: …” (up to 300 characters)',
      'add a line “date: …”, such as “date: 2024-10-24T09:30:00+05:30”',
      'add a line “summary: …” (40 to 300 characters)',
      'add a line “section: …” (one of world, nation, sport)',
    ])
  })

  test('an empty front matter has them all missing', () => {
    for (const text of ['---\n---\nBody.', '---\n\n---\n', '---\n# later\n---\n'])
      expect(faultsOf(text)).toHaveLength(4)
  })

  test.each([''])('a required field with “%s” behind it is missing, and marked', value => {
    expect(faultsOf(storyText({ title: value }))).toMatchObject([
      {
        code: 'field-missing',
        hint: 'write it after the colon: “title: …” (up to 300 characters)',
        at: '2:1',
        words: 'title',
      },
    ])
  })

  test('a field of a group is missing where the group begins', () => {
    expect(faultsOf(storyText({ image: '{ src: a.jpg, alt: x }' }))).toMatchObject([
      { code: 'field-missing', message: 'image.credit: this field is required', words: 'image' },
    ])
    expect(faultsOf(storyText({ corrections: '\n  - text: wrong' }))).toMatchObject([
      { code: 'field-missing', message: 'corrections.date: this field is required', at: '7:5' },
    ])
  })

  test('a field that may be absent may also be empty', () => {
    const empty = storyOf({
      updated: '',
      tags: '',
      dateline: '~',
      image: '{ src: a.jpg, alt: x, credit: y, caption: }',
    })
    expect(empty).toMatchObject({ updated: null, tags: [], dateline: null, image: { caption: null } })
  })
})

describe('what nobody knows', () => {
  test.each([
    ['sumary', 'did you mean “summary”?'],
    ['Title', 'did you mean “title”?'],
    ['tag', 'did you mean “tags”?'],
    ['byline', 'did you mean “authors”?'],
    ['last_modified', 'did you mean “updated”?'],
    ['Lang', 'did you mean “language”?'],
    ['layout', 'remove it; the fields are title, kicker'],
    ['permalink', 'remove it; the fields are title, kicker'],
    ['__proto__', 'remove it; the fields are title, kicker'],
    ['constructor', 'remove it; the fields are title, kicker'],
    ['<<', 'remove it; the fields are title, kicker'],
  ])('the field “%s”: %s', (name, hint) => {
    const faults = faultsOf(storyText().replace('title:', `${name}: x\ntitle:`))
    expect(faults).toMatchObject([{ code: 'field-unknown', at: '2:1', words: name }])
    expect(faults[0]?.hint).toContain(hint)
  })

  test('a field inside a group', () => {
    expect(faultsOf(storyText({ source: '{ name: X, url: https://x.example, author: Y }' }))).toMatchObject([
      { code: 'field-unknown', message: 'source: there is no field “author”', words: 'author' },
    ])
  })

  test.each([
    ['image', '{ src: a.jpg, alt: x, captoin: y, credit: z }', 'captoin', 'did you mean “caption”?'],
    ['image', '{ src: a.jpg, alt: x, credti: y }', 'credti', 'did you mean “credit”?'],
    [
      'image',
      '{ src: a.jpg, alt: x, credit: y, source: z }',
      'source',
      'remove it; the fields are src, alt, decorative, credit, caption',
    ],
    ['corrections', '[{ date: 2024-10-25T00:00:00Z, txet: x }]', 'txet', 'did you mean “text”?'],
    ['live', '{ untill: 2024-10-25T00:00:00Z }', 'untill', 'did you mean “until”?'],
    ['image', '{ url: a.jpg, alt: x, credit: y }', 'url', 'did you mean “src”?'],
    // Its date stands there, so that is not what was meant.
    ['corrections', '[{ date: 2024-10-25T00:00:00Z, note: x }]', 'note', 'did you mean “text”?'],
  ])('a field inside the group %s is told what it may be: %s', (field, value, words, hint) => {
    const faults = faultsOf(storyText({ [field]: value }))
    expect(faults).toMatchObject([{ code: 'field-unknown', words, hint }])
  })
})

test.each([
  ['headline', 'title', 'Storm', 'did you mean “title”?'],
  ['category', 'section', 'world', 'did you mean “section”?'],
  ['published', 'date', '2024-10-24T09:30:00+05:30', 'did you mean “date”?'],
  ['description', 'summary', 'What happened, in forty characters or more.', 'did you mean “summary”?'],
])(
  'what another program calls %s is one problem, and told what it is called here',
  (name, field, value, hint) => {
    const text = storyText({ [field]: value }).replace(`${field}:`, `${name}:`)
    expect(faultsOf(text)).toMatchObject([{ code: 'field-unknown', words: name, hint }])
  },
)

test('a field that is missing between braces is to be added between them', () => {
  expect(faultsOf(storyText({ image: '{ src: a.jpg, alt: x }' }))).toMatchObject([
    { code: 'field-missing', hint: 'add it between the braces: { …, credit: "…" }' },
  ])
})

test('a misspelt field of an entry in the data of a site is told what it may be', () => {
  const faults = problemsOf({ ...siteData, '_data/series.yaml': 'storm: { titel: Storm }\n' })
  expect(faults).toMatchObject([{ code: 'field-unknown', hint: 'did you mean “title”?' }])
})

test('front matter whose only line lacks the blank behind its colon is told so', () => {
  expect(faultsOf('---\ntitle:Storm\n---\n')).toMatchObject([
    { code: 'field-type', hint: 'write title: Storm, with a colon and a blank' },
  ])
})

describe('a series', () => {
  test.each([
    ['Harbour works', 'did you mean “harbour-works”?'],
    ['harbor-works', 'did you mean “harbour-works”?'],
    ['gardens', 'the series are harbour-works; or add it to _data/series.yaml, with a title'],
  ])('that is none: %s', (series, hint) => {
    expect(faultsOf(storyText({ series }))).toMatchObject([{ code: 'series-unknown', hint }])
  })
})

test.each([
  ['Asha Rao and John Smith', '[Asha Rao, John Smith]'],
  ['Asha Rao, John Smith & Li Wei', '[Asha Rao, John Smith, Li Wei]'],
  ['Asha Rao; John Smith', '[Asha Rao, John Smith]'],
  ['\n  Asha Rao\n  John Smith', '[Asha Rao, John Smith]'],
  ['Brandon Sand', '[Brandon Sand]'],
])('names without brackets are advised one by one: %j', (authors, list) => {
  const problems = problemsOf({ [storyFile]: storyText({ authors }) })
  expect(problems.map(({ hint }) => hint)).toEqual([`write ${list}`])
})

test('names are also told apart at the word for “and” of the site’s language', () => {
  const site = siteData['_data/site.yaml'].replace('en-IN', 'de')
  const strings = siteData['_data/strings/en.yaml']
  const problems = problemsOf({
    '_data/site.yaml': site,
    '_data/strings/de.yaml': strings,
    [storyFile]: storyText({ authors: 'Asha Rao und John Smith' }),
  })
  expect(problems.map(({ hint }) => hint)).toEqual(['write [Asha Rao, John Smith]'])
})
