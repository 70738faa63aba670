// What a page, a feed or a sitemap tells of a story, and where it differs from the story itself.

import type { Instant } from '../../domain/instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { escapedForms } from '../leaks/hidden-texts.ts'
import type { PageFault } from '../page-fault.ts'

/** What is left out is not told. Instants are NaN where what stands there is none. */
export type Claim = {
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
export type PublishedStory = {
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
export const compareClaims = (
  claims: Claim,
  truth: PublishedStory | null,
  zone: string,
): readonly PageFault[] => {
  if (truth === null)
    return claims.isStory === false
      ? []
      : [fault(claims, `${claims.by} tells of ${claims.url}, where there is no story`)]
  const words = (value: string) => `“${value}”`
  const time = (value: number) => (Number.isNaN(value) ? 'no time' : rfc3339(value as Instant, zone))
  const list = (values: readonly string[]) => (values.length === 0 ? 'none' : values.map(words).join(', '))
  return [
    differ(claims, truth, 'id', words),
    differ(claims, truth, 'headline', words),
    differ(claims, truth, 'published', time),
    differ(claims, truth, 'modified', time),
    differ(claims, truth, 'authors', list),
    differ(claims, truth, 'section', words),
    differ(claims, truth, 'corrections', list),
    ...lackingIn(claims, truth),
  ].filter(found => found !== null)
}

const lackingIn = (claims: Claim, { file, corrections }: PublishedStory): readonly PageFault[] =>
  corrections
    .filter(
      text =>
        claims.html !== undefined && ![text, ...escapedForms(text)].some(form => claims.html?.includes(form)),
    )
    .map(text =>
      fault(claims, `${claims.by} gives ${claims.url} without the correction “${text}” of ${file}`),
    )

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
  claims: Claim,
  truth: PublishedStory,
  name: Name,
  print: (value: PublishedStory[Name]) => string,
): PageFault | null => {
  const said = claims[name] as PublishedStory[Name] | undefined
  if (said === undefined || JSON.stringify(said) === JSON.stringify(truth[name])) return null
  const ends = `${truth.file} says ${print(truth[name])}`
  return fault(
    claims,
    `${claims.by} gives the ${names[name]} of ${claims.url} as ${print(said)}, but ${ends}`,
  )
}

const fault = ({ offset }: Claim, message: string): PageFault => ({
  code: 'story-told-differently',
  message,
  hint: 'mend the layout, or the engine, so that all say the same',
  spot: { offset, words: '' },
})
