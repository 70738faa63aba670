// Which parts of a story are not as readers have them, and how they differ.

import type { Instant } from '../../domain/instant.ts'
import { type ChangedWords, changedWords } from './changed-words.ts'
import { type ChangedThing, changedThings } from './shown-things.ts'
import { shownWords } from './shown-words.ts'
import type { StoryParts } from './story-parts.ts'

export type EditedPart = {
  readonly name: string
  /** Of the front matter; null for the text. */
  readonly field: string | null
  readonly changes: readonly ChangedWords[]
  /** The first new ones, as they stand in the file. */
  readonly words: string
  /** Of what is no words, how it changed. */
  readonly reported: string | null
}

export const editedParts = (
  before: StoryParts,
  after: StoryParts,
  timeOf: (instant: Instant) => string,
): readonly EditedPart[] => {
  const entries = [...before.entries].map(([at, words]) =>
    compare(`entry of ${timeOf(at)}`, null, words, after.entries.get(at) ?? ''),
  )
  const [gone, come] = [withoutThoseOf(after, before), withoutThoseOf(before, after)]
  const corrections = gone.map(({ date, text }) =>
    compare(
      `correction of ${timeOf(date)}`,
      'corrections',
      text,
      come.find(each => each.date === date)?.text ?? '',
    ),
  )
  const fields = Object.entries(before.fields).map(([field, words]) =>
    compare(namesOfFields[field] ?? field, field, words, after.fields[field] ?? ''),
  )
  const words = [...fields, compare('text', null, before.text, after.text), ...corrections, ...entries]
  const things = changedThings(before.things, after.things).map(thingPart)
  return [
    ...words.filter(({ changes }) => changes.length > 0),
    ...setBack(before.updated, after.updated, timeOf),
    ...things,
    ...otherPictures(before, after, things),
  ]
}

/** Programs that ask for what is newer would miss the story's next changes. */
const setBack = (
  before: Instant | null,
  after: Instant | null,
  timeOf: (instant: Instant) => string,
): readonly EditedPart[] => {
  if (before === null || (after !== null && after >= before)) return []
  const reported = `“updated: ${timeOf(before)}” ${after === null ? 'is gone' : `became ${timeOf(after)}`}`
  return [{ name: 'updated', field: 'updated', changes: [], words: '', reported }]
}

const compare = (name: string, field: string | null, one: string, other: string): EditedPart => {
  const changes = one === other ? [] : changedWords(shownWords(one), shownWords(other))
  return { name, field, changes, words: firstWords(changes), reported: null }
}

const namesOfFields: Readonly<Record<string, string>> = {
  title: 'headline',
  image: 'lead picture',
  authors: 'byline',
}

/** Of those that are new. */
const firstWords = (changes: readonly ChangedWords[]): string =>
  changes
    .find(({ after }) => after.length > 0)
    ?.after.map(({ text }) => text)
    .join(' ') ?? ''

const thingPart = ({ before, after }: ChangedThing): EditedPart => {
  const words = before.words === '' ? '' : ` “${before.words}”`
  return {
    ...{ name: before.kind, changes: [], words: after.written },
    field: before.kind === 'lead picture' ? 'image' : null,
    reported: {
      link: `the link${words} leads to ${after.written}, and led to ${before.written}`,
      picture: `other pictures:${words}`,
      'lead picture': 'other pictures: the lead picture',
      recording: `another video or sound:${words}`,
      transcript: `another transcript:${words}`,
      captions: `other captions:${words}`,
      poster: `another poster:${words}`,
    }[before.kind],
  }
}

/** Those whose words changed with them; what comes with words of its own, such as a new entry, is new. */
const otherPictures = (
  before: StoryParts,
  after: StoryParts,
  things: readonly EditedPart[],
): readonly EditedPart[] => {
  const isGone = before.files.some(file => !after.files.includes(file))
  const isCome = after.files.some(file => !before.files.includes(file))
  const isReported = things.some(({ name }) => name === 'picture' || name === 'lead picture')
  if (!isGone || !isCome || isReported) return []
  return [{ name: 'picture', field: 'image', changes: [], words: '', reported: 'other pictures' }]
}

/** Those of `parts` that the others lack: at the same time, in the same words. */
const withoutThoseOf = (others: StoryParts, parts: StoryParts): StoryParts['corrections'] => {
  const keyOf = ({ date, text }: StoryParts['corrections'][number]) =>
    [date, ...shownWords(text).map(word => word.text)].join(' ')
  const known = new Set(others.corrections.map(keyOf))
  return parts.corrections.filter(correction => !known.has(keyOf(correction)))
}
