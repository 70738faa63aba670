// A live story that says something else than readers saw, without a word about it.

import type { Instant } from '../../domain/instant.ts'
import { asOf, releaseOf } from '../../domain/lifecycle.ts'
import type { Site } from '../../domain/newsroom.ts'
import type { Fault } from '../../domain/problem.ts'
import { modifiedAt, type Story } from '../../domain/story.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { type ChangedWords, changedWords } from './changed-words.ts'
import { changeThatWeighs } from './minor-changes.ts'
import { shownWords } from './shown-words.ts'
import { partsOfStory, type StoryParts } from './story-parts.ts'

export type Version = { readonly story: Story; readonly text: string }

/** `field`: of the front matter, where the first change stands; null for the text. `words`: the first new ones. */
export type SilentEdit = { readonly fault: Fault; readonly field: string | null; readonly words: string }

type EditedPart = {
  readonly name: string
  readonly field: string | null
  readonly changes: readonly ChangedWords[]
}

export const silentCode = 'edit-silent'

/**
 * `before`: as readers saw it; `after`: as they would. Null when nothing changed that they can notice, and when it is said. No
 * word excuses that what was published as a correction is another one, or gone.
 */
export const findSilentEdit = (
  before: Version,
  after: Version,
  site: Pick<Site, 'timezone' | 'language' | 'edits'>,
  now: Instant,
): SilentEdit | null => {
  if (before.text === after.text && samePictures(before.story, after.story)) return null
  if (now < releaseOf(before.story) + site.edits.freeMinutes * 60_000) return null
  const said = isSaid(before.story, after.story, now)
  if (said && before.story.corrections.length === 0) return null
  const all = editedParts(partsAt(before, now), partsAt(after, now), instant =>
    rfc3339(instant, site.timezone),
  )
  const parts = said ? all.filter(({ field }) => field === 'corrections') : all
  // What is gone stands nowhere.
  const first = parts.find(({ field, changes }) => field !== null || firstWords(changes) !== '') ?? parts[0]
  if (first === undefined) return null
  const language = after.story.language ?? site.language
  const weighs = changeThatWeighs(
    parts.flatMap(({ changes }) => changes),
    language,
  )
  const never = parts.some(({ name }) => name === pictures)
    ? 'other pictures'
    : weighs && describeChange(weighs)
  if (after.story.minor && never === null) return null
  return {
    fault: {
      code: silentCode,
      message: `${messageFor(before, after, now, said)}: ${parts.map(describe).join('; ')}`,
      hint: said
        ? hintForCorrections(after.story, never)
        : hintFor(after.story, never, rfc3339(now, site.timezone)),
    },
    field: first.field,
    words: firstWords(first.changes),
  }
}

const partsAt = ({ story, text }: Version, now: Instant): StoryParts => partsOfStory(asOf(story, now), text)

/** Of those that are new. */
const firstWords = (changes: readonly ChangedWords[]): string =>
  changes
    .find(({ after }) => after.length > 0)
    ?.after.map(({ text }) => text)
    .join(' ') ?? ''

const samePictures = (one: Story, other: Story): boolean => digests(one) === digests(other)

const digests = ({ image, pictures }: Story): string =>
  [...(image ? [image] : []), ...pictures].map(({ digest }) => digest).join(' ')

/**
 * By an update or a correction that is newer than all that readers had, or by its withdrawal; each as they know it now. So
 * feeds, sitemaps and data move alike.
 */
const isSaid = (before: Story, after: Story, now: Instant): boolean => {
  const known = asOf(after, now)
  const newest = Math.max(known.updated ?? 0, ...known.corrections.map(({ date }) => date))
  return known.withdrawn !== null || newest > modifiedAt(asOf(before, now))
}

/** What an editor wrote to say so, and why it does not count. */
const vainWord = (before: Story, after: Story, now: Instant): string | null => {
  const had = modifiedAt(asOf(before, now))
  const isNew = ({ date, text }: Story['corrections'][number]) =>
    !before.corrections.some(known => known.date === date && known.text === text)
  const words = [
    ...(after.updated !== null && after.updated !== before.updated
      ? [['“updated”', after.updated] as const]
      : []),
    ...after.corrections.filter(isNew).map(({ date }) => ['the new correction', date] as const),
    ...(after.withdrawn !== null && before.withdrawn === null
      ? [['“withdrawn”', after.withdrawn.date] as const]
      : []),
  ]
  const ahead = words.find(([, date]) => date > now)
  const old = words.find(([, date]) => date <= had)
  if (ahead) return `${ahead[0]} lies ahead, and readers do not see it yet`
  return old ? `${old[0]} is no newer than what readers have` : null
}

const pictures = 'pictures'

const editedParts = (
  before: StoryParts,
  after: StoryParts,
  timeOf: (instant: Instant) => string,
): readonly EditedPart[] => {
  const compare = (name: string, field: string | null, one: string, other: string): EditedPart => ({
    name,
    field,
    changes: one === other ? [] : changedWords(shownWords(one), shownWords(other)),
  })
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
  const shown = after.files.filter(file => !before.files.includes(file))
  const parts = [
    compare('headline', 'title', before.headline, after.headline),
    compare('summary', 'summary', before.summary, after.summary),
    compare('lead picture', 'image', before.picture, after.picture),
    compare('text', null, before.text, after.text),
    ...corrections,
    ...entries,
  ].filter(({ changes }) => changes.length > 0)
  // Pictures of new entries come with them.
  const isOther = before.files.some(file => !after.files.includes(file)) && shown.length > 0
  return isOther ? [...parts, { name: pictures, field: 'image', changes: [] }] : parts
}

/** Those of `parts` that the others lack: at the same time, in the same words. */
const withoutThoseOf = (others: StoryParts, parts: StoryParts): StoryParts['corrections'] => {
  const keyOf = ({ date, text }: StoryParts['corrections'][number]) =>
    [date, ...shownWords(text).map(word => word.text)].join(' ')
  const known = new Set(others.corrections.map(keyOf))
  return parts.corrections.filter(correction => !known.has(keyOf(correction)))
}

const describe = ({ name, changes }: EditedPart): string => {
  if (name === pictures) return 'other pictures'
  const left = changes.length - mostShown
  const more = left > 0 ? [`${left} more ${left === 1 ? 'change' : 'changes'}`] : []
  return `${name}: ${[...changes.slice(0, mostShown).map(describeChange), ...more].join(', ')}`
}

/** Of a part. */
const mostShown = 3

const describeChange = ({ before, after }: ChangedWords): string => {
  const quote = (words: ChangedWords['before']) => {
    const texts = words.map(({ text }) => text)
    return `“${texts.slice(0, mostWords).join(' ')}${texts.length > mostWords ? ' …' : ''}”`
  }
  if (before.length === 0) return `${quote(after)} is new`
  return after.length === 0 ? `${quote(before)} is gone` : `${quote(before)} became ${quote(after)}`
}

/** Of each run. */
const mostWords = 12

const messageFor = (before: Version, after: Version, now: Instant, isSaid: boolean): string => {
  if (isSaid) return 'what was published as a correction stays, and this story has it no more'
  return `this story changed since readers saw it, and ${vainWord(before.story, after.story, now) ?? 'nothing says so'}`
}

const hintForCorrections = ({ file, minor }: Story, never: string | null): string =>
  `put it back; if it was wrong itself, add another one: npm run correct -- ${file} --text="…"${never === null ? '; for a slip of spelling “minor: true” is enough' : minor ? vainMinor(never) : ''}`

const vainMinor = (never: string): string =>
  `; “minor: true” is for slips of spelling, which this is not: ${never}`

/** `never`: what is no slip of spelling, if anything is. */
const hintFor = ({ file, updated, minor }: Story, never: string | null, now: string): string => {
  const wrong = `if it was wrong: npm run correct -- ${file} --text="…"`
  const more = `if it tells more: npm run update -- ${file}, or write ${updated === null ? '' : 'a newer '}“updated: ${now}”`
  if (never === null) return `${wrong}; ${more}; for a slip of spelling “minor: true” is enough`
  return `${wrong}; ${more}${minor ? vainMinor(never) : ''}`
}
