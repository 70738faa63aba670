import { describe, expect, test } from 'vitest'
import { findHiddenTexts } from '../../../src/check/leaks/hidden-texts.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at, newsroomOf, storyAt, tablesOf } from '../../rig/small-newsroom.ts'

const now = at('2024-11-10T00:00:00Z')
const title = 'Minister to resign on Monday'
const summary = 'The minister will go, say three people who were told of it.'
const file = 'content/stories/2024/10/24/talks.md'
const url = '/world/2024/10/24/talks/'
const id = 'tag:bulletin.example,2024-10-24:talks'
/** In XML, and in JSON. */
const ids = [`>${id}<`, `"${id}"`]

const talks = (fields: Readonly<Record<string, string>>, date = '2024-10-24T09:30:00+05:30') =>
  storyAt(date, 'talks', { title, summary, ...fields })

const hiddenTextsOf = (files: Files, when = now) => findHiddenTexts(tablesOf(newsroomOf(files), when), when)
const textsOf = (files: Files) => hiddenTextsOf(files).map(({ text }) => text)

const withdrawn = { withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }' }

describe('What gives a hidden story away', () => {
  test.each([
    ['draft', { draft: 'true' }],
    ['held', { embargo: '2036-01-01T00:00:00Z' }],
  ])('a %s: its address, its id, its headline and its summary', (state, fields) => {
    expect(textsOf(talks(fields))).toEqual([url, ...ids, title, summary])
    for (const hidden of hiddenTextsOf(talks(fields))) expect(hidden).toMatchObject({ file, state })
  })

  test('a withdrawn one: all of it but its address, where its tombstone stands', () => {
    expect(textsOf(talks(withdrawn))).toEqual([ids[0], title, summary])
  })

  test('a live one: nothing', () => expect(hiddenTextsOf(talks({}))).toEqual([]))

  test('several: each its own', () => {
    const other = storyAt('2024-10-24T10:30:00+05:30', 'other', {
      draft: 'true',
      title: 'Another long headline',
    })
    const files = new Set(hiddenTextsOf({ ...talks({ draft: 'true' }), ...other }).map(hidden => hidden.file))
    expect(files).toEqual(new Set([file, 'content/stories/2024/10/24/other.md']))
  })
})

describe('What may stand anywhere', () => {
  test('a headline of a word or two, by chance', () => {
    expect(textsOf(talks({ draft: 'true', title: 'Storm warning' }))).not.toContain('Storm warning')
  })

  test('a headline and a summary that a live story has too', () => {
    const live = storyAt('2024-10-23T09:30:00+05:30', 'live', { title, summary })
    expect(textsOf({ ...talks({ draft: 'true' }), ...live })).toEqual([url, ...ids])
  })

  test('words of a draft that was imported: what the stories of its archive say was public already', () => {
    const imported = { imported: '{ from: post/12 }' }
    expect(textsOf(talks({ ...imported, draft: 'true' }))).toEqual([url, ...ids])
    expect(textsOf(talks({ ...imported, embargo: '2036-01-01T00:00:00Z' }))).toContain(title)
  })

  test('but not what only another hidden story has', () => {
    const other = storyAt('2024-10-23T09:30:00+05:30', 'other', { title, summary, draft: 'true' })
    expect(textsOf({ ...talks({ draft: 'true' }), ...other })).toContain(title)
  })
})

test('they are those of the instant', () => {
  const held = talks({ embargo: '2024-11-20T00:00:00Z' })
  expect(hiddenTextsOf(held, at('2024-11-19T23:59:59Z')).length).toBeGreaterThan(0)
  expect(hiddenTextsOf(held, at('2024-11-20T00:00:00Z'))).toEqual([])
})

test('each way stands once, also where they are the same', () => {
  const texts = textsOf(talks({ draft: 'true', title: `'Tom & Ana resign on Monday'` }))
  expect(texts).toEqual([...new Set(texts)])
  expect(texts).toEqual(
    expect.arrayContaining(['Tom & Ana resign on Monday', 'Tom &amp; Ana resign on Monday']),
  )
})
