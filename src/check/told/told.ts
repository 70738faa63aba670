// What a page, a feed or a sitemap tells of a story, and where it differs from the story itself.

import type { Instant } from '../../domain/instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { escapedForms } from '../leak-signs.ts'
import type { PageFault } from '../page-problem.ts'

/** What is left out is not told. Instants are NaN where what stands there is none. */
export type Told = {
  /** Who tells: "JSON-LD", "this feed". */
  readonly by: string
  /** Of the story, in full. */
  readonly url: string
  /** False where it may be the address of another page. */
  readonly isStory?: boolean
  readonly offset: number
  readonly id?: string | undefined
  readonly headline?: string | undefined
  readonly published?: number | undefined
  readonly modified?: number | undefined
  readonly authors?: readonly string[] | undefined
  readonly section?: string | undefined
  readonly corrections?: readonly string[] | undefined
  /** A text that must have the corrections in it. */
  readonly html?: string | undefined
}

/** A story as all of them must tell it. */
export type TrueStory = {
  readonly file: string
  readonly url: string
  readonly id: string
  readonly headline: string
  readonly published: Instant
  readonly modified: Instant
  readonly authors: readonly string[]
  readonly section: string
  readonly corrections: readonly string[]
}

/** `truth`: null when no live story has the address. */
export const compareTold = (told: Told, truth: TrueStory | null, zone: string): readonly PageFault[] => {
  if (truth === null)
    return told.isStory === false
      ? []
      : [fault(told, `${told.by} tells of ${told.url}, where there is no story`)]
  const words = (value: string) => `“${value}”`
  const time = (value: number) => (Number.isNaN(value) ? 'no time' : rfc3339(value as Instant, zone))
  const list = (values: readonly string[]) => (values.length === 0 ? 'none' : values.map(words).join(', '))
  return [
    differ(told, truth, 'id', words),
    differ(told, truth, 'headline', words),
    differ(told, truth, 'published', time),
    differ(told, truth, 'modified', time),
    differ(told, truth, 'authors', list),
    differ(told, truth, 'section', words),
    differ(told, truth, 'corrections', list),
    ...lackingIn(told, truth),
  ].filter(found => found !== null)
}

const lackingIn = (told: Told, { file, corrections }: TrueStory): readonly PageFault[] =>
  corrections
    .filter(
      text =>
        told.html !== undefined && ![text, ...escapedForms(text)].some(form => told.html?.includes(form)),
    )
    .map(text => fault(told, `${told.by} gives ${told.url} without the correction “${text}” of ${file}`))

const names = {
  id: 'id',
  headline: 'headline',
  published: 'time of publication',
  modified: 'time of the last change',
  authors: 'authors',
  section: 'section',
  corrections: 'corrections',
} as const

const differ = <Name extends keyof typeof names>(
  told: Told,
  truth: TrueStory,
  name: Name,
  print: (value: TrueStory[Name]) => string,
): PageFault | null => {
  const said = told[name] as TrueStory[Name] | undefined
  if (said === undefined || JSON.stringify(said) === JSON.stringify(truth[name])) return null
  const ends = `${truth.file} says ${print(truth[name])}`
  return fault(told, `${told.by} gives the ${names[name]} of ${told.url} as ${print(said)}, but ${ends}`)
}

const fault = ({ offset }: Told, message: string): PageFault => ({
  code: 'story-told-differently',
  message,
  hint: 'mend the layout, or the engine, so that all say the same',
  spot: { offset, words: '' },
})
