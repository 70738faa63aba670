// What is more than a page can hold has its own problem, at its place; what a newsroom may well have does not.

import { describe, expect, test } from 'vitest'
import { problemsOf, storyAt } from '../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const faultsOf = (fields: Record<string, string>, body = 'One.\n') =>
  problemsOf(storyAt(date, 'storm', fields, body)).map(({ code, hint, location }) => ({
    code,
    hint,
    line: location.line,
  }))
const listOf = (length: number, item: (index: number) => string) =>
  `[${Array.from({ length }, (_, index) => item(index)).join(', ')}]`
const correction = (index: number) =>
  `{ date: 2024-10-24T10:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}+05:30, text: Wrong. }`

describe('a list may be long, but not endless:', () => {
  test.each<[string, number, (index: number) => string]>([
    ['tags', 100, index => `topic-${index}`],
    ['aliases', 100, index => `/old/${index}/`],
    ['authors', 50, index => `Asha Rao ${index}`],
    ['corrections', 200, correction],
  ])('%s, of %d', (field, longest, item) => {
    expect(faultsOf({ [field]: listOf(longest, item) })).toEqual([])
    expect(faultsOf({ [field]: listOf(longest + 1, item) })).toEqual([
      { code: 'list-too-long', hint: `keep the ${longest} that matter most`, line: 6 },
    ])
  })
})

describe('a text may be long, but not endless:', () => {
  const sentence = 'The port of Velikara closes at six this evening, and nine shelters are open.\n\n'

  test('a transcript of a megabyte is a story', () => {
    expect(faultsOf({}, sentence.repeat(1_000_000 / sentence.length))).toEqual([])
  })

  test('ten megabytes are none, and nobody reads them', () => {
    const fault = { code: 'story-too-long', line: 7 }
    expect(faultsOf({}, `${sentence}[^`.repeat(10_000_000 / sentence.length))).toMatchObject([fault])
  })

  test('a live blog has a thousand entries, but not more than two', () => {
    const entry = (index: number) => {
      const time = new Date(Date.UTC(2024, 9, 24, 4) + 1000 * index).toISOString().replace('.000', '')
      return `::: entry ${time} Entry ${index}\nShut.\n:::\n\n`
    }
    const blog = (length: number) => Array.from({ length }, (_, index) => entry(index)).join('')
    expect(faultsOf({ live: 'true' }, blog(1000))).toEqual([])
    expect(faultsOf({ live: 'true' }, blog(2001))).toMatchObject([
      { code: 'entries-too-many', line: 8 + 4 * 2000 },
    ])
  })

  test('one long address that many words lead to is no page of gigabytes', () => {
    const bomb = `${'[a] '.repeat(25)}\n\n[a]: https://a.example/${'b'.repeat(100_000)}\n`
    expect(faultsOf({}, bomb)).toMatchObject([{ code: 'links-too-long', line: 7 }])
    const title = `${'[a] '.repeat(25)}\n\n[a]: https://a.example/ "${'b'.repeat(100_000)}"\n`
    expect(faultsOf({}, title)).toMatchObject([{ code: 'links-too-long', line: 7 }])
    const both = `${'[a] '.repeat(40_000)}\n\n[a]: https://a.example/${'b'.repeat(300_000)}\n`
    expect(faultsOf({}, both)).toMatchObject([{ code: 'links-too-long', line: 7 }])
    expect(faultsOf({}, `${'[a] '.repeat(10_000)}\n\n[a]: https://a.example/\n`)).toEqual([])
  })
})

test('a hundred thousand problems are reported, each in its line', () => {
  const problems = problemsOf(storyAt(date, 'storm', {}, ':: facts\n'.repeat(130_000)))
  expect(problems).toHaveLength(130_000)
  expect(problems.at(-1)?.location.line).toBe(130_006)
})
