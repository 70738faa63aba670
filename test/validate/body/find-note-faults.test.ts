import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

describe('sound', () => {
  test.each([
    ['a note and its text', 'A[^1].\n\n[^1]: b\n'],
    ['a note that is named twice', 'A[^x] b[^x].\n\n[^x]: c\n'],
    ['a note in a note', 'A[^x].\n\n[^x]: b[^y]\n\n[^y]: c\n'],
    ['a text of two paragraphs', 'A[^x].\n\n[^x]: b\n\n    c\n'],
    [
      'a note in a box, a table and a quotation',
      '::: facts A[^x]\n> b[^y]\n\n| c[^z] |\n|---|\n| d |\n:::\n\n[^x]: x\n[^y]: y\n[^z]: z\n',
    ],
    ['what is escaped, or code', 'A \\[^a-z] `[^b]`\n\n```\n[^c]\n[^d]: e\n```\n'],
  ])('%s', (_what, body) => expect(faultsOf(body)).toEqual([]))
})

describe('a fault is reported where it stands', () => {
  test.each([
    ['a note without a text', 'One.\n\nTwo[^x] three.\n', '9:4', 'footnote-no-text'],
    ['a text that says nothing', 'A[^x].\n\n[^x]:\n', '9:1', 'footnote-no-text'],
    ['a text that nothing leads to', 'A.\n\n[^x]: b\n', '9:1', 'footnote-unused'],
    ['a second text of one name', 'A[^x].\n\n[^x]: b\n\n[^x]: c\n', '11:1', 'footnote-repeated'],
    ['a text in a list that nothing leads to', 'A.\n\n- [^x]: b\n', '9:3', 'footnote-unused'],
    ['a note in a link', 'A [b[^x] c](/world/).\n\n[^x]: d\n', '7:5', 'footnote-misplaced'],
    ['a note in the words of a picture', '![b[^x]](p.svg)\n\n[^x]: d\n', '7:4', 'footnote-misplaced'],
    ['a text that only code names', 'A `[^x]`.\n\n[^x]: b\n', '9:1', 'footnote-unused'],
  ])('%s', (_what, body, at, code) => expect(faultsOf(body)).toEqual([{ code, at, words: '[^x]' }]))
})

describe('a note without a text is told once, with what was meant', () => {
  const told = (body: string) =>
    problemsOf({ [storyFile]: storyText({}, body) }).map(
      ({ code, location, hint }) => `${location.line}:${location.column} ${code} ${hint}`,
    )
  const noText = 'footnote-no-text'

  test.each([
    ['A[^x] b[^x].\n', [`7:2 ${noText} add a line “[^x]: …”, or write \\[^x] to show it as it is`]],
    [
      'A[^1].\n\n[^1] First.\n',
      [`7:2 ${noText} write a colon behind it where its text stands: [^1]: First.`],
    ],
    [
      'A[^a].\n\n[^A]: b\n',
      [
        `7:2 ${noText} did you mean “[^A]”? Capital letters count`,
        '9:1 footnote-unused write [^A] after the words that it explains, or remove it',
      ],
    ],
  ])('%j', (body, faults) => expect(told(body)).toEqual(faults))
})

test.each(['[^]', '[^ x]', '[^a note]'])('a note needs a name: %s', words => {
  expect(faultsOf(`A.${words}\n`)).toEqual([{ code: 'footnote-no-name', at: '7:3', words }])
})
