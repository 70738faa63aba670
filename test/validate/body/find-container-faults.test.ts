import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

const live = { live: 'true' }

const entryOf = (hour: string) => `::: entry 2024-10-24T${hour}:40:00+05:30 At ${hour}\n`

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
    ['three colons at its end', '::: facts A\nb\n::\n', ['9:1 container-colons']],
    ['three colons at both ends', ':: facts A\nb\n::\n\nc\n', ['7:1 container-colons']],
    ['three colons at its beginning', ':: facts A\nb\n:::\n\nc\n', ['7:1 container-colons']],
    ['an end that is no other', '::: pullquote\nVote.\n::\n:::\n', ['9:1 container-colons']],
    ['narrow colons', '：：：facts A\nb\n：：：\n', ['7:1 container-colons']],
    ['narrow colons at its end', '::: facts A\nb\n：：：\n', ['9:1 container-colons']],
    ['more than one colon', '::: facts A\nb\n:\n', ['9:1 container-colons']],
    ['an end without words', '::: facts A\nb\n::: end\n', ['9:1 container-words']],
    ['an end, before another box', '::: facts A\nb\n\n::: facts B\nc\n:::\n', ['10:1 container-unclosed']],
    [
      'an end, before a box of another kind',
      '::: keypoints\n- a\n\n::: timeline\n- 2019: c\n:::\n\n::: facts C\nd\n:::\n',
      ['10:1 container-unclosed'],
    ],
    [
      'an end, and the next one too',
      '::: facts A\nb\n::: facts B\nc\n::: facts C\nd\n:::\n',
      ['9:1 container-unclosed', '11:1 container-unclosed'],
    ],
    ['several things', '::: fact A\n::: facts\n', ['7:1 container-unknown', '8:1 facts-no-title']],
  ])('%s', (_what, body, faults) => expect(faultLines(body)).toEqual(faults))
})

describe('what a live entry lacks', () => {
  test.each([
    ['its time', '::: entry The port closes\na\n:::\n', ['7:1 entry-no-time']],
    ['anything', '::: entry\na\n:::\n', ['7:1 entry-no-time']],
    ['its headline', '::: entry 2024-10-24T09:30:00+05:30\na\n:::\n', ['7:1 entry-no-headline']],
    ['its offset', '::: entry 2024-10-24T09:30:00 A\na\n:::\n', ['7:11 date-no-offset']],
    ['an end', `${entryOf('09')}a\n\n${entryOf('10')}b\n:::\n`, ['10:1 container-unclosed']],
    [
      'an end, among many',
      `${entryOf('09')}a\n:::\n${entryOf('10')}b\n${entryOf('11')}c\n:::\n${entryOf('12')}d\n:::\n`,
      ['12:1 container-unclosed'],
    ],
    ['a third colon', `${entryOf('09')}a\n::\n\n${entryOf('10')}b\n:::\n`, ['9:1 container-colons']],
    [
      'a place of its own, outside of another',
      `${entryOf('09')}a\n\n${entryOf('10')}b\n:::\n:::\n`,
      ['10:1 entry-nested'],
    ],
    ['a day that exists', '::: entry 2024-02-30T09:30:00Z A\na\n:::\n', ['7:11 date-impossible-day']],
  ])('%s', (_what, body, faults) => expect(faultLines(body, {}, live)).toEqual(faults.map(oneLineDown)))
})

describe('each fault of colons says what to type in which line', () => {
  test.each([
    ['::: pullquote\nVote.\n::\n', 'write three: :::'],
    ['::: pullquote\nVote.\n::\n:::\n', 'remove this line: the ::: below it ends the box'],
    ['::: facts A\nb\n\n::: facts B\nc\n:::\n', 'add a line ::: above this line'],
    [`${entryOf('09')}a\n\n${entryOf('10')}b\n:::\n`, 'add a line ::: above this line'],
    ['::: facts A\nb\n::: /facts\n', 'write ::: and nothing else in this line'],
    [`::: facts A\nb\n${entryOf('10')}b\n:::\n:::\n`, 'move the line ::: that ends facts above this line'],
  ])('%j', (body, hint) => {
    const text = storyText(body.includes('entry') ? live : {}, body)
    expect(problemsOf({ [storyFile]: text }).map(problem => problem.hint)).toEqual([hint])
  })
})

describe('an entry is shown as it should be, with the story’s day and the site’s offset', () => {
  const evening = 'in Asia/Kolkata write ::: entry 2024-10-24T18:40:00+05:30 The doors open'
  test.each([
    ['18:40 The doors open', evening],
    ['6:40 pm The doors open', evening],
    ['2024-10-24 18:40 The doors open', evening],
    ['24 October 2024 18:40 The doors open', evening],
    ['18:40 IST The doors open', evening],
    ['18.40 The doors open', evening],
    ['18:40 GMT The doors open', 'write ::: entry 2024-10-24T18:40:00Z The doors open'],
    [
      'The doors open',
      'write when it happened before the headline, such as ::: entry 2024-10-24T18:40:00+05:30 The doors open',
    ],
  ])('%s', (line, hint) => {
    const text = storyText(live, `::: entry ${line}\na\n:::\n`)
    expect(problemsOf({ [storyFile]: text }).map(problem => problem.hint)).toEqual([hint])
  })
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

test.each([
  ['key points', 'keypoints'],
  ['Pull-quote', 'pullquote'],
  ['quote', 'pullquote'],
  ['fact box', 'facts'],
  ['infobox', 'facts'],
  ['time line', 'timeline'],
])('a box that others call %s is told what it is called here', (name, box) => {
  const problems = problemsOf({ [storyFile]: storyText({}, `::: ${name}\n- a\n:::\n`) })
  expect(problems).toMatchObject([{ code: 'container-unknown', hint: `did you mean “${box}”?` }])
})
