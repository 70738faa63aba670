import { describe, expect, test } from 'vitest'
import { storyFile, storyText } from '../rig/site-data.ts'
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
    ['true as title', { title: 'true' }, 'title: this must be text', 'put it in quotes: "true"', 'true'],
    ['a list as title', { title: '[a, b]' }, 'title: this must be text', 'compare', '['],
    ['a group as title', { title: '{ a: b }' }, 'title: this must be text', 'compare', '{'],
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
    ['nothing among the tags', { tags: '[nato, null]' }, 'tags: this must be text', 'compare', 'null'],
    ['a dash with nothing behind it', { tags: '\n  -\n  - nato' }, 'tags: this must be text', 'compare', '-'],
    ['a list in a list', { tags: '[[nato]]' }, 'tags: this must be text', 'compare', '['],
    ['urgency in quotes', { urgency: '"1"' }, 'urgency: this must be a number', 'in digits', '1'],
    [
      'yes instead of true',
      { draft: 'yes' },
      'draft: this must be true or false',
      'write true or false',
      'yes',
    ],
    [
      'a file name as image',
      { image: 'a.jpg' },
      'image: this must be a group of fields',
      'write { src: …, alt: …, credit: … }',
      'a.jpg',
    ],
    [
      'a correction as text',
      { corrections: '[wrong]' },
      'corrections: this must be a group of fields',
      'compare',
      'wrong',
    ],
  ])('%s', (_what, fields, message, hint, words) => {
    const faults = faultsOf(storyText(fields))
    expect(faults).toMatchObject([{ code: 'field-type', message, words }])
    expect(faults[0]?.hint).toContain(hint)
  })
})

test.each([
  ['a word', 'word', 'w'],
  ['a list', '- title: x', '-'],
  ['a number', '42', '4'],
])('front matter that is only %s is refused once', (_what, yaml, words) => {
  expect(faultsOf(`---\n${yaml}\n---\n`)).toMatchObject([{ code: 'field-type', at: '2:1', words }])
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

  test('an empty front matter has them all missing', () => {
    for (const text of ['---\n---\nBody.', '---\n\n---\n', '---\n# later\n---\n'])
      expect(faultsOf(text)).toHaveLength(4)
  })

  test.each(['', '~', 'null'])('a required field with “%s” behind it is missing, and marked', value => {
    expect(faultsOf(storyText({ title: value }))).toMatchObject([
      { code: 'field-missing', hint: 'write it after the colon: “title: …”', at: '2:1', words: 'title' },
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
})
