// What readers notice of an edit besides words, and what they do not.

import { describe, expect, test } from 'vitest'
import type { MediaFile } from '../../../src/domain/media.ts'
import { findSilentEdit } from '../../../src/validate/edits/find-silent-edit.ts'
import { storyText } from '../../rig/site-data.ts'
import { at, newsroomOf } from '../../rig/small-newsroom.ts'

const file = 'content/stories/2024/10/24/fire.md'
const fields = { title: 'Ten dead in a mill fire', date: '2024-10-24T10:30:00+05:30' }
const site = {
  timezone: 'Asia/Kolkata',
  language: 'en',
  edits: { silent: 'error', freeMinutes: 10 },
} as const

type Written = { readonly fields?: Readonly<Record<string, string>>; readonly body?: string }

const versionOf = ({ fields: more = {}, body = 'It burns.' }: Written) => {
  const text = storyText({ ...fields, ...more }, `${body}\n`)
  const [story] = newsroomOf({ [file]: text }).stories
  if (story === undefined) throw new Error('no story')
  return { story, text, byline: story.authors }
}

const editOf = (before: Written, after: Written) =>
  findSilentEdit(versionOf(before), versionOf(after), site, at('2024-10-25T10:30:00Z'), path =>
    path === '/old/' ? '/world/new/' : path,
  )

describe('Readers notice', () => {
  test.each<[string, Written, Written, string]>([
    [
      'that two pictures changed their captions',
      { body: '![Asha, arrested](a.svg)\n\n![Ravi, freed](b.svg)' },
      { body: '![Asha, arrested](b.svg)\n\n![Ravi, freed](a.svg)' },
      'other pictures: “Asha, arrested”; other pictures: “Ravi, freed”',
    ],
    [
      'another picture under the same words',
      { body: '![Asha](a.svg)\n\n![Ravi](b.svg)' },
      { body: '![Asha](b.svg)\n\n![Ravi](b.svg)' },
      'other pictures: “Asha”',
    ],
    [
      'that the lead picture and one of the text changed places',
      { fields: { image: '{ src: a.svg, alt: Asha, credit: Desk }' }, body: '![Ravi](b.svg)' },
      { fields: { image: '{ src: b.svg, alt: Asha, credit: Desk }' }, body: '![Ravi](a.svg)' },
      'other pictures: the lead picture; other pictures: “Ravi”',
    ],
    [
      'another caption of a picture in the text',
      { body: '![A wall](a.svg "The wall in 1990")' },
      { body: '![A wall](a.svg "The wall in 2020")' },
      'text: “1990” became “2020”',
    ],
    [
      'where a link leads',
      { body: 'See [the list](https://a.example/yes).' },
      { body: 'See [the list](https://b.example/no).' },
      'the link “the list” leads to https://b.example/no, and led to https://a.example/yes',
    ],
    [
      'which film a card leads to',
      { body: '[The film](https://youtu.be/dQw4w9WgXcQ)' },
      { body: '[The film](https://youtu.be/aaaaaaaaaaa)' },
      'the link “The film” leads to https://youtu.be/aaaaaaaaaaa, and led to https://youtu.be/dQw4w9WgXcQ',
    ],
    [
      'another byline',
      { fields: { authors: '[Jane Doe]' } },
      { fields: { authors: '[Jane Roe]' } },
      'byline: “Doe” became “Roe”',
    ],
    [
      'that it is no advertisement any more',
      { fields: { kicker: 'Advertisement' } },
      {},
      'kicker: “Advertisement” is gone',
    ],
    [
      'where the name of its source leads',
      { fields: { source: '{ name: Reuters, url: "https://a.example/" }' } },
      { fields: { source: '{ name: Reuters, url: "https://b.example/" }' } },
      'the link “Reuters” leads to https://b.example/, and led to https://a.example/',
    ],
    [
      'that it was never updated',
      { fields: { updated: '2024-10-24T12:00:00+05:30' } },
      {},
      '“updated: 2024-10-24T12:00:00+05:30” is gone',
    ],
    [
      'another dateline',
      { fields: { dateline: 'Gaza' } },
      { fields: { dateline: 'Cairo' } },
      'dateline: “Gaza” became “Cairo”',
    ],
    [
      'another source',
      { fields: { source: '{ name: Reuters, url: "https://a.example/" }' } },
      { fields: { source: '{ name: Tass, url: "https://a.example/" }' } },
      'source: “Reuters” became “Tass”',
    ],
  ])('%s', (_what, before, after, told) => {
    expect(editOf(before, after)?.fault.message).toBe(
      `this story changed since readers saw it, and nothing says so: ${told}`,
    )
    expect(editOf(before, { ...after, fields: { ...after.fields, minor: 'true' } })).not.toBeNull()
  })
})

describe('Nothing is to be said about', () => {
  test.each<[string, Written, Written]>([
    ['words that become a link', { body: 'See the list.' }, { body: 'See [the list](https://a.example/).' }],
    [
      'a link that is encrypted now',
      { body: 'See [it](http://a.example/x).' },
      { body: 'See [it](https://a.example/x).' },
    ],
    [
      'a link to the new address of the same story',
      { body: 'See [it](/old/).' },
      { body: 'See [it](/world/new/).' },
    ],
    ['another way to write a link', { body: 'See [it](/old/).' }, { body: 'See [it][1].\n\n[1]: /old/' }],
    ['its tags', {}, { fields: { tags: '[fish]' } }],
  ])('%s', (_what, before, after) => {
    expect(editOf(before, after)).toBeNull()
  })
})

test('Readers notice another transcript, though the text of the story is the same', () => {
  const before = { ...versionOf({}), text: storyText(fields, '![The signals](signals.mp3)\n') }
  const recording: MediaFile = {
    ...{ src: 'signals.mp3', file: 'signals.mp3', url: '', digest: 'a', kind: 'audio', isSilent: false },
    ...{ bytes: 1, size: null, captions: null, poster: null, transcript: null },
  }
  const withTranscript = (digest: string) => ({
    ...before,
    story: { ...before.story, media: [{ ...recording, transcript: { file: 'signals.txt', digest } }] },
  })
  const edit = (one: string, other: string) =>
    findSilentEdit(withTranscript(one), withTranscript(other), site, at('2024-10-25T10:30:00Z'), path => path)
  expect(edit('b', 'c')?.fault.message).toContain('another transcript: “The signals”')
  expect(edit('b', 'b')).toBeNull()
})
