import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

const live = { live: 'true' }

describe('sound', () => {
  test.each([
    ['each kind of box', '::: keypoints\n- a\n:::\n\n::: facts A\nb\n:::\n\n:::timeline\n- 2019: a\n:::\n'],
    ['a box in a box with more colons', ':::: facts A\n::: pullquote\nb\n:::\n::::\n'],
    ['boxes in two of them', ':::: facts A\n::: facts B\nc\n:::\n\n::: facts D\ne\n:::\n::::\n'],
    ['code that shows a box', '```\n::: warning\n```\n\n~~~\n:::\n~~~\n'],
    ['two colons', ':: a\n'],
    ['up to three spaces before it', '   ::: facts A\n   b\n   :::\n'],
  ])('%s', (_what, body) => expect(faultLines(body)).toEqual([]))
})

describe('what a box lacks is reported at its line', () => {
  test.each([
    ['a name that is none', '::: warning\na\n:::\n', ['7:1 container-unknown']],
    ['an end', 'a\n\n::: facts A\nb\n', ['9:1 container-unclosed']],
    ['a beginning', 'a\n\n:::\n', ['9:1 container-stray']],
    ['an end, inside another', ':::: facts A\n::: facts B\nc\n::::\n', ['8:1 container-unclosed']],
    [
      'colons around what stands in it',
      '::: facts A\n::: pullquote\nb\n:::\n:::\n',
      ['8:1 container-nested'],
    ],
    ['a third colon', 'a\n\n:: facts A\nb\n::\n', ['9:1 container-colons']],
    ['the beginning of its line', '    ::: facts A\nb\n', ['7:1 container-indented']],
    [
      'a place of its own, outside of a list',
      '- ::: facts A\n  b\n\n  :::\n',
      ['7:1 container-indented', '10:1 container-stray'],
    ],
    ['a place outside of a quotation', '> ::: facts A\n> b\n', ['7:1 container-indented']],
    ['a title', '::: facts\na\n:::\n', ['7:1 facts-no-title']],
    ['a place for words', '::: pullquote Big\na\n:::\n', ['7:15 container-words']],
    ['several things', '::: fact A\n::: facts\n', ['7:1 container-unknown', '8:1 facts-no-title']],
  ])('%s', (_what, body, faults) => expect(faultLines(body)).toEqual(faults))
})

describe('what a live entry lacks', () => {
  test.each([
    ['its time', '::: entry The port closes\na\n:::\n', ['7:1 entry-no-time']],
    ['anything', '::: entry\na\n:::\n', ['7:1 entry-no-time']],
    ['its headline', '::: entry 2024-10-24T09:30:00+05:30\na\n:::\n', ['7:1 entry-no-headline']],
    ['its offset', '::: entry 2024-10-24T09:30:00 A\na\n:::\n', ['7:11 date-no-offset']],
    ['a day that exists', '::: entry 2024-02-30T09:30:00Z A\na\n:::\n', ['7:11 date-impossible-day']],
  ])('%s', (_what, body, faults) => expect(faultLines(body, {}, live)).toEqual(faults.map(oneLineDown)))
})

/** `live: true` stands in the front matter. */
const oneLineDown = (fault: string) => fault.replace(/^\d+/, line => String(Number(line) + 1))

test('a slip of the fingers is named', () => {
  const [problem] = problemsOf({ [storyFile]: storyText({}, '::: timelines How it went\n- 2019: a\n:::\n') })
  expect(problem?.hint).toBe('did you mean “timeline”?')
})

test('the time that is wrong is marked, in the words of the site’s zone', () => {
  expect(faultsOf('::: entry 2024-10-24T09:30:00 A\n:::\n', {}, live)[0]?.words).toBe('2024-10-24T09:30:00')
})
