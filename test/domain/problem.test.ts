import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isError, locationInText, locationOfFile } from '../../src/domain/problem.ts'

const text = 'title: Storm\n\tdate: now\n\nlast'
const outputKey = (words: string) => {
  const {
    line,
    column,
    length,
    text: shown,
  } = locationInText('story.md', text, text.indexOf(words), words.length)
  return { line, column, length, shown }
}

test.each([
  ['title', 1, 1, 5, 'title: Storm'],
  ['Storm', 1, 8, 5, 'title: Storm'],
  ['\tdate', 2, 1, 5, '\tdate: now'],
  ['now', 2, 8, 3, '\tdate: now'],
  ['last', 4, 1, 4, 'last'],
])('the place of %j is line %d, column %d', (words, line, column, length, shown) => {
  expect(outputKey(words)).toEqual({ line, column, length, shown })
})

test('a mark that would run over several lines ends with its first one', () => {
  expect(locationInText('story.md', text, 7, 15)).toMatchObject({ line: 1, column: 8, length: 5 })
})

test('the first place of a file that begins with an empty line is line 1, column 1', () => {
  expect(locationInText('sections.yaml', '\nworld: {}', 0, 1)).toMatchObject({ line: 1, column: 1, text: '' })
})

test('the end of a file without a line break is a place too', () => {
  expect(locationInText('story.md', 'one\ntwo', 7, 1)).toMatchObject({
    line: 2,
    column: 4,
    length: 1,
    text: 'two',
  })
})

test('lines are counted from where the text begins in its file', () => {
  expect(locationInText('story.md', 'one\ntwo', 4, 3, 7)).toMatchObject({ line: 8, column: 1, length: 3 })
})

test('the carriage return of an old line end is not shown', () => {
  expect(locationInText('story.md', 'one\r\ntwo\r\n', 5, 3)).toMatchObject({
    line: 2,
    column: 1,
    text: 'two',
  })
})

test('every offset in every text has a place in the file, and the place leads back to the offset', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '🛳️', 'é') })
  const property = fc.property(texts, fc.nat(), fc.nat(9), (some, seed, length) => {
    const offset = seed % (some.length + 1)
    const location = locationInText('story.md', some, offset, length)
    const lines = some.split('\n')
    expect(location.text).toBe(lines[location.line - 1])
    expect(
      lines.slice(0, location.line - 1).join('\n').length + (location.line > 1 ? 1 : 0) + location.column - 1,
    ).toBe(offset)
    expect(location.length).toBeGreaterThanOrEqual(1)
    expect(location.column + location.length - 1).toBeLessThanOrEqual(
      Math.max(location.text.length, location.column),
    )
  })
  fc.assert(property, { numRuns: 1000 })
})

test('the place of a whole file is its beginning, and shows no line', () => {
  expect(locationOfFile('story.md')).toEqual({ file: 'story.md', line: 1, column: 1, length: 0, text: '' })
})

test('an error keeps a site from being published, a warning does not', () => {
  const problem = { code: 'some-code', message: '', hint: '', location: locationOfFile('story.md') }
  expect(isError({ ...problem, severity: 'error' })).toBe(true)
  expect(isError({ ...problem, severity: 'warning' })).toBe(false)
})
