import { describe, expect, test } from 'vitest'
import { siteData } from '../rig/site-data.ts'
import { problemsOf, storyAt, storyOf } from '../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const faultsOf = (fields: Record<string, string>) =>
  problemsOf(storyAt(date, 'storm', fields)).map(({ code, severity, hint, location }) => ({
    code,
    severity,
    hint,
    words: location.text.slice(location.column - 1),
  }))

describe('A comma between braces cuts no text in silence', () => {
  test.each([
    [
      'corrections',
      `[{ date: ${date}, text: It is 10,000 not 1,000. }]`,
      '000 not 1,000. }]',
      'write text: "It is 10,000 not 1,000."',
    ],
    [
      'corrections',
      `\n  - { date: ${date}, text: Fish, not meat }`,
      'not meat }',
      'write text: "Fish, not meat"',
    ],
    [
      'corrections',
      `[{ text: He said "no", twice, date: ${date} }]`,
      `twice, date: ${date} }]`,
      `write text: 'He said "no", twice'`,
    ],
    [
      'withdrawn',
      `{ date: ${date}, reason: Wrong, and unfair }`,
      'and unfair }',
      'write reason: "Wrong, and unfair"',
    ],
    [
      'image',
      '{ src: a.jpg, alt: Boats, nets, credit: Rao }',
      'nets, credit: Rao }',
      'write alt: "Boats, nets"',
    ],
    ['image', '{ src: a.jpg, alt: x, credit: Asha Rao, PTI }', 'PTI }', 'write credit: "Asha Rao, PTI"'],
    [
      'source',
      '{ name: Times, The, url: https://wire.example/ }',
      'The, url: https://wire.example/ }',
      'write name: "Times, The"',
    ],
    ['source', '{ name: x, url: https://wire.example/a,b }', 'b }', 'write url: "https://wire.example/a,b"'],
    ['source', '{ name: "Times", The, url: x }', 'The, url: x }', 'put all of the text in "double quotes"'],
    [
      'source',
      '{ nothing }',
      'nothing }',
      'write each field with a colon and a blank, and a text with a comma in it in "double quotes"',
    ],
  ])('%s: %s', (field, value, words, hint) => {
    expect(faultsOf({ [field]: value })).toEqual([{ code: 'text-cut', severity: 'error', words, hint }])
  })

  test('nor in the data of a site', () => {
    const sections = 'world: { name: World, war and peace }\nnation: { name: N }\nsport: { name: S }\n'
    expect(problemsOf({ ...siteData, '_data/sections.yaml': sections })).toMatchObject([
      { code: 'text-cut', hint: 'write name: "World, war and peace"', location: { line: 1, column: 23 } },
    ])
  })

  test('in quotes, or between fields, it is sound', () => {
    const corrections = `[{ date: ${date}, text: "It is 10,000" }, { text: 'a, b', "date" : ${date}, }]`
    expect(storyOf({ corrections }).corrections.map(({ text }) => text)).toEqual(['It is 10,000', 'a, b'])
  })
})

test.each([
  [{ sumary: '' }, 'there is no field “sumary”'],
  [{ source: '\n  name: a\n  url: https://wire.example/\n  city:' }, 'source: there is no field “city”'],
  [{ corrections: `[{ date: ${date}, text: a, note: }]` }, 'corrections: there is no field “note”'],
])('a name that is no field is a mistake also with nothing behind its colon: %j', (fields, message) => {
  expect(problemsOf(storyAt(date, 'storm', fields))).toMatchObject([{ code: 'field-unknown', message }])
})

test('a field with nothing behind its colon counts as left out', () => {
  expect(storyOf({ kicker: '', source: '' }).kicker).toBeNull()
})
