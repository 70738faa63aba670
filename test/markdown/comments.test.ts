import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leaveOutComments, offsetAsWritten } from '../../src/markdown/comments.ts'
import { render } from '../rig/markdown.ts'

const left = (text: string): string => leaveOutComments(text).text

describe('a comment is as if it had never been written', () => {
  test.each([
    ['in a line', 'Before. <!-- x --> After.\n', 'Before. After.\n'],
    ['in a word', 'under<!-- x -->stand', 'understand'],
    ['at the end of a line', 'Before. <!-- x -->\nAfter.', 'Before.\nAfter.'],
    ['at the beginning of a line', '<!-- x --> Before.\nAfter.', 'Before.\nAfter.'],
    ['a line of its own', 'One.\n\n<!-- x -->\n\nTwo.\n', 'One.\n\n\nTwo.\n'],
    ['a line inside of a paragraph', 'One\n<!-- x -->\ntwo.\n', 'One\ntwo.\n'],
    ['several lines', 'One.\n<!--\nx\n\n# y\n::: facts\n```\n-->\nTwo.\n', 'One.\nTwo.\n'],
    ['over paragraphs', 'One <!-- x\n\ny --> two.', 'One two.'],
    ['the whole text', '<!-- x -->\n', ''],
    ['two in a line', '<!-- x --> <!-- y -->\nOne.', 'One.'],
    ['between entries of a list', '- a\n<!-- x -->\n- b\n', '- a\n- b\n'],
    ['an entry of a list', '- a\n- <!-- x -->\n- b\n', '- a\n- b\n'],
    ['above the words of an entry', '- <!-- x -->\n  a\n', '-\n  a\n'],
    ['in a quotation', '> a\n> <!-- x -->\n> b\n', '> a\n> b\n'],
    ['in a cell', '| a <!-- x | y --> | b |', '| a | b |'],
    ['in a subhead', '## A <!-- x -->\n', '## A\n'],
    ['above a line of hyphens', 'One.\n<!-- x -->\n---\n', 'One.\n\n---\n'],
    ['without words', 'a<!-->b<!--->c', 'abc'],
    ['with code', 'a <!-- `x` --> b', 'a b'],
    ['with a backtick', 'a <!-- ` --> b ` c', 'a b ` c'],
    ['before a line break', 'a <!-- x -->  \nb', 'a  \nb'],
    ['between marks that would mean something else together', '``<!-- x -->`', '`` `'],
  ])('%s', (_what, text, expected) => expect(left(text)).toBe(expected))
})

describe('code stays as it is written', () => {
  test.each([
    '`<!-- x -->`',
    '`` ` <!-- x --> ` ``',
    '```html\n<!-- x -->\n```',
    '~~~\n```\n<!-- x -->\n~~~\n',
    '- a\n\n  ```\n  <!-- x -->\n  ```\n',
    '> ```\n> <!-- x -->\n> ```\n',
    '```\n> ```\n<!-- x -->\n> ```\n```\n',
    '\\<!-- x -->',
    '<!-- x',
    '` <!-- x ` -->',
  ])('%s', text => {
    expect(left(text)).toBe(text)
    expect(render(text)).toContain('&lt;!-- x')
  })

  test('and what follows it is read again', () => {
    expect(left('```\n<!-- a -->\n```\n\nOne. <!-- b -->\n')).toBe('```\n<!-- a -->\n```\n\nOne.\n')
    expect(left('> ```\n> <!-- a -->\n\nOne. <!-- b -->\n')).toBe('> ```\n> <!-- a -->\n\nOne.\n')
    expect(left('a ` b\n\nc ` <!-- d -->')).toBe('a ` b\n\nc `')
  })
})

test('a link, a picture, a footnote or a box in a comment is none', () => {
  const html = render('A.\n\n<!-- [x](/y/) ![z](z.jpg) [^1]\n\n[^1]: w\n\n::: facts v\n-->\n\nB.\n')
  expect(html).toBe('<p>A.</p>\n<p>B.</p>\n')
})

const pieces = [
  '<!--',
  '-->',
  '<!-->',
  '<',
  '!',
  '-',
  '`',
  '```\n',
  '~~~\n',
  '\n',
  '\n\n',
  ' ',
  '  ',
  'a',
  'b.',
  '> ',
  '- ',
  '\\',
  '# ',
  '|',
]
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 24, size: 'max' })
  .map(parts => parts.join(''))

test('what is left stands where it stood', () => {
  const property = fc.property(texts, written => {
    const read = leaveOutComments(written)
    // A blank that keeps two marks apart, or a line end, stands for what was left out.
    for (const [offset, character] of [...read.text].entries()) {
      const there = written[offsetAsWritten(read, offset)]
      if (!/\s/.test(character)) expect(there).toBe(character)
    }
  })
  fc.assert(property, { numRuns: 20_000 })
})

test('a text without comments stays to the byte', () => {
  const property = fc.property(texts, text => {
    if (!text.includes('<!--') || !/-->|<!-->/.test(text)) expect(left(text)).toBe(text)
  })
  fc.assert(property, { numRuns: 2_000 })
})

test.each([
  ['comments', '<!-- a --> '],
  ['comments that never end', '<!-- a '],
  ['code that never ends', '` <!-- a --> `` '],
  ['fences', '```\n<!-- a -->\n'],
])('the time that many %s take grows with their number', (_what, piece) => {
  // Without a bound on what is looked at for each, this would take minutes.
  expect(left(piece.repeat(50_000)).length).toBeLessThanOrEqual(piece.length * 50_000)
})
