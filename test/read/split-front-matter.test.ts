import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitFrontMatter } from '../../src/read/split-front-matter.ts'

test('front matter and body are cut apart, and each knows where it begins', () => {
  expect(splitFrontMatter('---\ntitle: Storm\n---\nThe body.\n')).toEqual({
    yaml: 'title: Storm\n',
    yamlStart: 4,
    body: 'The body.\n',
    bodyLine: 4,
  })
})

test.each([
  ['an empty front matter', '---\n---\nThe body.', '', 'The body.', 3],
  ['no body', '---\na: 1\n---', 'a: 1\n', '', 3],
  ['no body, but a last line break', '---\na: 1\n---\n', 'a: 1\n', '', 4],
  ['blanks behind the dashes', '---  \na: 1\n---\t\nx', 'a: 1\n', 'x', 4],
  ['a rule inside the body', '---\na: 1\n---\nx\n\n---\n\ny', 'a: 1\n', 'x\n\n---\n\ny', 4],
  ['a body that begins with a rule', '---\na: 1\n---\n---\nb: 2\n---\n', 'a: 1\n', '---\nb: 2\n---\n', 4],
  ['dashes inside a value', '---\na: x --- y\n---\nx', 'a: x --- y\n', 'x', 4],
  ['dashes that are indented', '---\na: |\n  ---\n---\nx', 'a: |\n  ---\n', 'x', 5],
  ['a body of empty lines', '---\na: 1\n---\n\n\n', 'a: 1\n', '\n\n', 4],
])('%s', (_what, text, yaml, body, bodyLine) => {
  expect(splitFrontMatter(text)).toMatchObject({ yaml, body, bodyLine })
})

test.each([
  ['a text without front matter', 'The body.'],
  ['an empty file', ''],
  ['a block that is never closed', '---\ntitle: Storm\n'],
  ['a block that begins on the second line', '\n---\ntitle: Storm\n---\n'],
  ['four dashes', '----\ntitle: Storm\n----\n'],
  ['dashes with a word behind them', '--- yaml\ntitle: Storm\n---\n'],
  ['a block that ends with dots', '---\ntitle: Storm\n...\n'],
])('%s has none', (_what, text) => expect(splitFrontMatter(text)).toBeNull())

const lines = fc
  .array(fc.constantFrom('title: Storm', '', '  - a', '--- x', ' ---', '----', '🛳️ :', '\ttext'), {
    maxLength: 5,
  })
  .map(some => some.map(line => `${line}\n`).join(''))
const anyBody = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom('---', 'x', ''), { maxLength: 5 }).map(some => some.join('\n')),
)

test('nothing is lost: the two parts joined again are the file', () => {
  const property = fc.property(lines, anyBody, (yaml, body) => {
    const text = `---\n${yaml}---\n${body}`
    const front = splitFrontMatter(text)
    expect(front?.yaml).toBe(yaml)
    expect(front?.body).toBe(body)
    expect(text.slice(front?.yamlStart)).toBe(`${yaml}---\n${body}`)
    expect(
      text
        .split('\n')
        .slice((front?.bodyLine ?? 0) - 1)
        .join('\n'),
    ).toBe(body)
  })
  fc.assert(property, { numRuns: 500 })
})

test('of any text whatever, the parts are pieces of it', () => {
  const soup = fc.array(fc.constantFrom('---', '\n', 'a: 1', ' ', '🛳️', '\t'), { maxLength: 12 })
  const property = fc.property(soup, pieces => {
    const text = pieces.join('')
    const front = splitFrontMatter(text)
    if (front === null) return
    expect(text.slice(front.yamlStart, front.yamlStart + front.yaml.length)).toBe(front.yaml)
    expect(text.endsWith(front.body)).toBe(true)
  })
  fc.assert(property, { numRuns: 1000 })
})
