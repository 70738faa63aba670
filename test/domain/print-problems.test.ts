import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printProblems } from '../../src/domain/print-problems.ts'
import {
  type Location,
  locationInText,
  locationOfFile,
  markedText,
  type Problem,
} from '../../src/domain/problem.ts'
import { shownWidth } from '../../src/domain/shown-width.ts'

const problem = (location: Location, changes: Partial<Problem> = {}): Problem => ({
  code: 'date-no-offset',
  severity: 'error',
  message: 'the offset is missing',
  hint: 'write it',
  location: location,
  ...changes,
})
const text = '---\ntitle: Storm\ndate: 2024-10-24T09:30:00\n---\n'
const inStory = problem(locationInText('story.md', text, text.indexOf('2024'), 19))

test('a person sees the place, the line itself with a mark, and what to write', () => {
  expect(printProblems([inStory])).toBe(`story.md:3:7 error date-no-offset
  the offset is missing
  3 | date: 2024-10-24T09:30:00
            ^^^^^^^^^^^^^^^^^^^
  → write it

1 problem`)
})

test.each([
  [[], 'no problems'],
  [[inStory], '1 problem'],
  [[inStory, inStory], '2 problems'],
  [[{ ...inStory, severity: 'warning' } as Problem], '1 warning'],
  [[inStory, { ...inStory, severity: 'warning' } as Problem], '1 problem, 1 warning'],
])('the last line counts: %#', (problems, count) =>
  expect(printProblems(problems).split('\n').at(-1)).toBe(count),
)

test('a problem of a whole file shows no line', () => {
  expect(printProblems([problem(locationOfFile('story.md'))])).toBe(
    'story.md:1:1 error date-no-offset\n  the offset is missing\n  → write it\n\n1 problem',
  )
})

/** The excerpt of a mark at `column`, and what it stands under. */
const excerpt = (line: string, column: number, length: number) => {
  const [, , shown = '', mark = ''] = printProblems([
    problem({ file: 'story.md', line: 7, column, length, text: line }),
  ]).split('\n')
  return { shown, marked: shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1) }
}

describe('the mark stands under the words', () => {
  test('behind tabs', () => expect(excerpt('\t\ttags: x', 9, 1).marked).toBe('x'))
  test('in the first column', () => expect(excerpt('tags: x', 1, 4).marked).toBe('tags'))
  test('behind an emoji, which takes two columns', () => expect(excerpt('🛳️ tags', 5, 4).marked).toBe(' tag'))
  test('at the end of a line, where something is missing', () => {
    expect(printProblems([problem({ file: 'a', line: 1, column: 6, length: 1, text: 'tags:' })])).toContain(
      '\n           ^\n',
    )
  })

  test('far to the right of a very long line, of which only the surroundings are shown', () => {
    const { shown, marked } = excerpt(`${'a'.repeat(5000)}wrong${'b'.repeat(5000)}`, 5001, 5)
    expect(marked).toBe('wrong')
    expect(shown.length).toBeLessThan(120)
  })

  test('and ends with what is shown', () =>
    expect(excerpt('x'.repeat(5000), 1, 5000).marked).toBe('x'.repeat(100)))
})

test('wherever a mark stands, it stands under what is marked', () => {
  const property = fc.property(
    fc.nat(400),
    fc.integer({ min: 1, max: 30 }),
    fc.nat(400),
    (before, length, after) => {
      const { marked } = excerpt(
        '-'.repeat(before) + '#'.repeat(length) + '-'.repeat(after),
        before + 1,
        length,
      )
      expect(marked).toMatch(/^#+$/)
    },
  )
  fc.assert(property)
})

describe('machines', () => {
  test('take one array of flat records', () => {
    expect(JSON.parse(printProblems([inStory, inStory], 'json'))).toHaveLength(2)
    expect(JSON.parse(printProblems([inStory], 'json'))[0]).toEqual({
      code: 'date-no-offset',
      severity: 'error',
      message: 'the offset is missing',
      hint: 'write it',
      file: 'story.md',
      line: 3,
      column: 7,
      length: 19,
      text: 'date: 2024-10-24T09:30:00',
    })
    expect(printProblems([], 'json')).toBe('[]')
  })

  test('take one command a problem, in GitHub’s form', () => {
    expect(printProblems([inStory, inStory], 'github').split('\n')).toEqual(
      Array(2).fill(
        '::error file=story.md,line=3,col=7,title=date-no-offset::the offset is missing. write it',
      ),
    )
  })

  test('whatever stands in a problem, its command is one line, and a name cannot end its property', () => {
    const property = fc.property(fc.string(), fc.string(), (name, words) => {
      const command = printProblems(
        [problem(locationOfFile(`a${name}\n,:%`), { message: `${words}\r\n%` })],
        'github',
      )
      expect(command).not.toMatch(/[\r\n]/)
      const [, file = ''] = /^::error file=([^,:]*),line=1,col=1,title=date-no-offset::/.exec(command) ?? []
      expect(decodeURIComponent(file.replaceAll(/%(?!25|0A|0D|3A|2C)/g, '%25'))).toBe(`a${name}\n,:%`)
    })
    fc.assert(property)
  })
})

describe('what would act on a terminal, or turn the line, is a code that is seen', () => {
  const odd = 'title: A\u001b[31m \u202eb\u0007\n'

  test('in the message, in the line and in the name of the file', () => {
    const [head, message, line] = printProblems([
      problem(locationInText('Icon\r\n\u001b[2Ja.md', odd, 7, 3), { message: 'no \u202e here' }),
    ]).split('\n')
    expect(head).toBe('Icon<U+000D><U+000A><U+001B>[2Ja.md:1:8 error date-no-offset')
    expect(message).toBe('  no <U+202E> here')
    expect(line).toBe('  1 | title: A<U+001B>[31m <U+202E>b<U+0007>')
  })

  test('and the mark stands under the words all the same', () => {
    expect(excerpt('a\u202eb\u0007 wrong', 6, 5).marked).toBe('wrong')
    expect(excerpt('a\u001b[31mb', 2, 1).marked).toBe('<U+001B>')
  })

  test('whatever stands in a problem', () => {
    const anything = fc.string({ unit: 'binary' })
    const property = fc.property(anything, anything, anything, fc.nat(30), (file, message, text, column) => {
      const location = { file, line: 1, column: column + 1, length: 3, text: text.replaceAll('\n', ' ') }
      const printed = printProblems([problem(location, { message, hint: message })])
      expect(printed).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069]/)
      expect(JSON.parse(printProblems([problem(location)], 'json'))[0].file).toBe(file)
    })
    fc.assert(property)
  })
})

test.each([
  ['plain', 5],
  ['日本語', 6],
  ['ｶﾅ', 2],
  ['한국', 4],
  ['हिन्दी', 5],
  ['e\u0301', 1],
  ['🛳️', 2],
  ['👩‍🚀', 2],
  ['ไม่', 2],
])('%s takes %i columns', (text, width) => expect(shownWidth(text)).toBe(width))

describe('a line that is a whole story', () => {
  const words = 'The harbour\treopens, “at noon” — 正午。 '
  const long = words.repeat(20_000 / words.length)
  const file = `first\n${long}\nlast`
  const offset = fc.nat({ max: long.length - 1 })
  const length = fc.nat({ max: 40 })

  test('is printed in each form as if each of its problems had the whole of it', () => {
    fc.assert(
      fc.property(offset, length, (at, marked) => {
        const bounded = locationInText('story.md', file, 6 + at, marked)
        const { cut: _cut, ...rest } = bounded
        const whole = { ...rest, text: long }
        for (const format of ['text', 'json', 'github'] as const)
          expect(printProblems([problem(bounded)], format)).toBe(printProblems([problem(whole)], format))
        expect(markedText(bounded)).toBe(markedText(whole))
      }),
    )
  })

  test('is not kept again for each of its thousands of problems', () => {
    const kept = (size: number) => {
      const line = 'x'.repeat(size)
      const places = Array.from({ length: 1000 }, (_none, at) =>
        locationInText('story.md', line, at * (size / 1000), 7),
      )
      return places.reduce((sum, { text: part }) => sum + part.length, 0)
    }
    expect(kept(1_000_000)).toBeLessThan(1000 * 2100)
    expect(kept(1_000_000) / kept(100_000)).toBeLessThan(1.1)
  })
})
