import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'

describe('key points and a timeline are one list', () => {
  test.each(['- a\n- b', '1. a\n2. b', '- a\n\n  more\n\n- b'])('%s', list => {
    expect(faultLines(`::: keypoints\n${list}\n:::\n`)).toEqual([])
  })

  test.each(['a', '- a\n\nb', 'a\n\n- b', '- a\n\n1. b', ''])('not “%s”', text => {
    expect(faultLines(`One.\n\n::: keypoints\n${text}\n:::\n`)).toEqual(['9:1 box-no-list'])
    expect(faultLines(`One.\n\n::: timeline\n${text.replace('- a', '- 2019: a')}\n:::\n`)).toEqual([
      '9:1 box-no-list',
    ])
  })
})

test.each(['facts A', 'pullquote'])('an empty box is no box: %s', box => {
  expect(faultLines(`One.\n\n::: ${box}\n:::\n`)).toEqual(['9:1 box-empty'])
})

describe('each entry of a timeline begins with its time', () => {
  test('a year, a month, a day or an instant', () => {
    const entries = ['1896: a', '2024-10: b', '2024-10-24: *c*', '2024-10-24T09:30:00+05:30: d']
    expect(faultLines(`::: timeline Title\n${entries.map(entry => `- ${entry}\n`).join('')}:::\n`)).toEqual(
      [],
    )
  })

  test.each([
    ['24 October 2024: a', 'timeline-no-time', '- 24 October 2024: a'],
    ['2024-10-24 a', 'timeline-no-time', '- 2024-10-24 a'],
    ['**2024**: a', 'timeline-no-time', '- **2024**: a'],
    ['2024-06-31: a', 'date-not-told', '2024-06-31'],
    ['2024-10-24T09:30:00: a', 'date-no-offset', '2024-10-24T09:30:00'],
  ])('not “%s”', (entry, code, words) => {
    const [fault] = faultsOf(`::: timeline\n- 2024: a\n- ${entry}\n:::\n`)
    expect(fault).toMatchObject({ code, words })
    expect(fault?.at).toMatch(/^9:/)
  })

  test('also in a box of its own', () => {
    expect(faultLines(':::: facts A\n::: timeline\n- a\n:::\n::::\n')).toEqual(['9:1 timeline-no-time'])
  })
})
