import nunjucks from 'nunjucks'
import { describe, expect, test } from 'vitest'
import { createWordFilters } from '../../src/layouts/word-filters.ts'

const { fill, plural, joinNames, readerNumber } = createWordFilters('en-GB')
const markup = (html: string) => new nunjucks.runtime.SafeString(html)

describe('a sentence of a layout', () => {
  test('keeps the markup of what it is filled with, and escapes what is text', () => {
    const html = fill('Published {time} in {place}', {
      time: markup('<time>noon</time>'),
      place: 'Tom & <Ana>',
    })
    expect(html.toString()).toBe('Published <time>noon</time> in Tom &amp; &lt;Ana&gt;')
  })

  test('takes what it is filled with as it is, dollars and braces too', () => {
    expect(fill('{one} {two}', { one: '$& {two}', two: '$1' }).toString()).toBe('$&amp; {two} $1')
  })

  test('is escaped itself: it is text, too', () => {
    expect(fill('Q&A: <b>', {}).toString()).toBe('Q&amp;A: &lt;b&gt;')
  })

  test('stops the build when nothing fills a place', () => {
    expect(() => fill('By {authors}', {})).toThrow('nothing fills {authors} in “By {authors}”')
  })
})

describe('numbers', () => {
  const forms = { one: '{count} story', other: '{count} stories' }
  test.each([
    [0, '0 stories'],
    [1, '1 story'],
    [12345, '12,345 stories'],
  ])('choose the form of a sentence: %d', (count, words) => {
    expect(plural(forms, count).toString()).toBe(words)
  })

  test('are written in the digits of the language', () => {
    expect(readerNumber(1234.5)).toBe('1,234.5')
    expect(createWordFilters('mr').readerNumber(1234)).toBe('१,२३४')
    expect(createWordFilters('ar-EG').plural({ few: '{count} أخبار', other: '' }, 3).toString()).toBe(
      '٣ أخبار',
    )
  })
})

test.each([
  [['Ana'], 'Ana'],
  [['Ana', 'Tom'], 'Ana and Tom'],
  [['Ana', 'Tom', '<Wu>'], 'Ana, Tom and &lt;Wu&gt;'],
])('names are joined as the language does: %j', (names, words) => {
  expect(joinNames(names).toString()).toBe(words)
})
