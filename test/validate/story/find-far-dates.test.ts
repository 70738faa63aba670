import { describe, expect, test } from 'vitest'
import { findFarDates } from '../../../src/validate/story/find-far-dates.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at, filesInMemory, newsroomOf, problemsOf } from '../../rig/small-newsroom.ts'

const now = at('2024-10-25T00:00:00Z')

const farIn = (files: Files) => {
  const { stories } = newsroomOf(files)
  const { read } = filesInMemory(files)
  return findFarDates(
    stories,
    file => {
      const source = read(file)
      return source.ok ? source.value : null
    },
    now,
  ).map(({ location, message, hint }) => `${location.line}:${location.column} ${message} → ${hint}`)
}

const orLeave = 'or leave it if that is meant'
const storyWith = (fields: Record<string, string>, body?: string) =>
  farIn({ [storyFile]: storyText(fields, body) })

describe('A year that is a slip is named, with what happens and the right one', () => {
  test.each<[Record<string, string>, string, string, string]>([
    [{ date: '2042-10-24T09:30:00+05:30' }, '3:7 date', 'the story is nowhere', '2024-10-24T09:30:00+05:30'],
    [{ date: '"2124-10-24T09:30:00Z"' }, '3:8 date', 'the story is nowhere', '2024-10-24T09:30:00Z'],
    [{ embargo: '2034-10-26T06:00:00Z' }, '6:10 embargo', 'the story is nowhere', '2024-10-26T06:00:00Z'],
    [{ updated: '2042-10-25T06:00:00Z' }, '6:10 updated', 'no reader hears', '2024-10-25T06:00:00Z'],
    [
      {
        corrections:
          '\n  - { date: 2024-10-24T10:00:00Z, text: One. }\n  - { date: 2042-10-24T11:00:00Z, text: Two. }',
      },
      '8:13 corrections.date',
      'no reader sees the correction',
      '2024-10-24T11:00:00Z',
    ],
    [
      { withdrawn: '{ date: 2042-10-25T06:00:00Z, reason: Wrong. }' },
      '6:20 withdrawn.date',
      'the story stays where it is',
      '2024-10-25T06:00:00Z',
    ],
    [
      { live: '{ until: 2025-10-24T18:00:00Z }' },
      '6:16 live.until',
      'the live blog goes on',
      '2024-10-24T18:00:00Z',
    ],
  ])('%j', (fields, place, meaning, right) => {
    const [far, ...others] = storyWith(fields)
    expect(others).toEqual([])
    expect(far).toMatch(new RegExp(`^${place}: this time lies \\d+ (?:years|months) ahead: ${meaning}`))
    expect(far).toContain(`→ write ${right}, ${orLeave}`)
  })

  test('an entry of a live blog', () => {
    const body =
      '::: entry 2024-10-24T18:40:00+05:30 One\nA.\n:::\n\n::: entry 2204-10-24T19:40:00+05:30 Two\nB.\n:::\n'
    expect(storyWith({ live: 'true' }, body.replace('2204', '2042'))).toEqual([
      `12:11 entry: this time lies 18 years ahead: no reader sees the entry until then → write 2024-10-24T19:40:00+05:30, ${orLeave}`,
    ])
  })

  test('a year of which nobody knows what was meant', () => {
    expect(storyWith({ embargo: '2077-10-24T09:30:00+05:30' })).toEqual([
      `6:10 embargo: this time lies 53 years ahead: the story is nowhere until then → correct the year, ${orLeave}`,
    ])
  })
})

test('a year beyond all is an error that names the right one, also of the date itself', () => {
  const hintOf = (fields: Record<string, string>) =>
    problemsOf({ [storyFile]: storyText(fields) }).map(({ code, hint }) => `${code} ${hint}`)
  const hint = 'date-year-out-of-range years run from 1800 to 2199; did you mean 2024-10-24T09:30:00+05:30?'
  expect(hintOf({ date: '2204-10-24T09:30:00+05:30' })).toEqual([hint])
  expect(hintOf({ embargo: '2204-10-24T09:30:00+05:30' })).toEqual([hint])
})

describe('What is planned is no slip', () => {
  test.each<Record<string, string>>([
    { embargo: '2024-12-24T06:00:00Z' },
    { embargo: '2025-06-24T06:00:00Z' },
    { live: '{ until: 2025-03-01T06:00:00Z }' },
    { draft: 'true', embargo: '2042-12-24T06:00:00Z' },
  ])('%j', fields => expect(storyWith(fields)).toEqual([]))

  test('a story in the folder of its day, with what follows it', () => {
    const text = storyText({ date: '2036-11-01T09:30:00+05:30', updated: '2036-11-02T09:30:00+05:30' })
    expect(farIn({ 'content/stories/2036/11/01/eclipse.md': text })).toEqual([])
  })

  test('an old story with a late correction', () => {
    const text = storyText({
      date: '2004-11-01T09:30:00+05:30',
      corrections: '[{ date: 2024-10-24T10:00:00Z, text: A. }]',
    })
    expect(farIn({ 'content/stories/2004/11/01/old.md': text })).toEqual([])
  })
})

test('a clock that is wrong makes no more than fifty warnings', () => {
  const stories = Array.from({ length: 60 }, (_, index) => [
    `content/stories/2024/10/24/story-${index}.md`,
    storyText({ date: `2042-10-24T09:30:${String(index).padStart(2, '0')}+05:30` }),
  ])
  expect(farIn(Object.fromEntries(stories))).toHaveLength(50)
})
