import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'
import { problemsOf, storyAt } from '../../rig/small-newsroom.ts'

describe('a number that begins a line by chance is a warning', () => {
  test.each([
    ['a year', '1984. That was the year the pier burned.\n', '7:1', '1984.'],
    ['a day', 'A.\n\n24. Oktober war der Tag.\n', '9:1', '24.'],
    ['behind a bracket', '3) is more than two\n', '7:1', '3)'],
    ['in a quotation', '> 1984. That was the year.\n', '7:3', '1984.'],
    ['two years', '1984. The fire.\n\n1985. The flood.\n', '7:1', '1984.'],
    ['alone', 'It burned in\n\n1984.\n', '9:1', '1984.'],
  ])('%s', (_what, body, at, words) => expect(faultsOf(body)).toEqual([{ code: 'list-of-one', at, words }]))

  test('with what to write', () => {
    const [problem] = problemsOf(storyAt('2024-10-24T09:30:00+05:30', 'a', {}, '1984. That was it.\n'))
    expect(problem).toMatchObject({ severity: 'warning', hint: expect.stringMatching(/^write 1984\\\. if/) })
  })
})

test.each([
  ['1. a\n2. b\n4. d\n', '9:1', '4.'],
  ['1. a\n2. b\n2. c\n4. d\n', '9:1', '2.'],
  ['1990. a\n1995. b\n', '7:1', '1990.'],
  ['- a\n\n  1. b\n  5. c\n', '10:3', '5.'],
])('a number that readers would see as another one is a warning: %j', (body, at, words) => {
  expect(faultsOf(body)).toContainEqual(expect.objectContaining({ at, words }))
})

describe('sound', () => {
  test.each([
    ['a list', '1. a\n2. b\n3. c\n'],
    ['a list that is all ones', '1. a\n1. b\n1. c\n'],
    ['a list of one', '1. a\n'],
    ['a list that goes on behind a paragraph', '1. a\n2. b\n\nc\n\n3. d\n\ne\n\n4. f\n'],
    ['numbers that count down, each with another mark than the one before', '3. a\n2) b\n1. c\n'],
    ['numbers that leave some out', 'One.\n\n5. a\n9) b\n10) c\n'],
    ['a list from nought on', '0. a\n1. b\n'],
    ['an escaped number', '1984\\. That was the year.\n'],
    ['a number in a line', 'It was\n1984. That was the year.\n'],
    ['a figure', '1984 was the year.\n\n3.5 tonnes.\n\n1,984. x\n'],
    ['what is code', '```\n1984. x\n```\n'],
    ['bullets', '- a\n- b\n'],
  ])('%s', (_what, body) => expect(faultsOf(body)).toEqual([]))
})
