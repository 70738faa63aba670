// Compares a claim with the story itself, field by field.

import type { Instant } from '../../domain/instant.ts'
import { rfc3339 } from '../../time/wire-time.ts'
import { escapedVariants } from '../escaped-variants.ts'
import type { PageFault } from '../page-fault.ts'
import type { Claim, PublishedStory } from './claim.ts'

/** `story`: null when no live story has the address. */
export const compareClaim = (
  claim: Claim,
  story: PublishedStory | null,
  zone: string,
): readonly PageFault[] => {
  if (story === null)
    return claim.isStory === false
      ? []
      : [fault(claim, `${claim.source} names ${claim.url}, but no published story has this address`)]
  const words = (value: string) => `“${value}”`
  const time = (value: number) => (Number.isNaN(value) ? 'no time' : rfc3339(value as Instant, zone))
  const list = (values: readonly string[]) => (values.length === 0 ? 'none' : values.map(words).join(', '))
  return [
    compareField(claim, story, 'id', words),
    compareField(claim, story, 'headline', words),
    compareField(claim, story, 'published', time),
    compareField(claim, story, 'modified', time),
    compareField(claim, story, 'authors', list),
    compareField(claim, story, 'section', words),
    compareField(claim, story, 'corrections', list),
    ...missingCorrections(claim, story),
  ].filter(found => found !== null)
}

const missingCorrections = (claim: Claim, { file, corrections }: PublishedStory): readonly PageFault[] => {
  const { source, url, html } = claim
  if (html === undefined) return []
  return corrections
    .filter(text => ![text, ...escapedVariants(text)].some(written => html.includes(written)))
    .map(text => fault(claim, `${source} lacks a correction of ${url}: ${file} has “${text}”`))
}

const names = {
  id: 'id',
  headline: 'headline',
  published: 'time of publication',
  modified: 'time of the last change',
  authors: 'authors',
  section: 'section',
  corrections: 'corrections',
} as const

const compareField = <Name extends keyof typeof names>(
  claim: Claim,
  story: PublishedStory,
  name: Name,
  print: (value: PublishedStory[Name]) => string,
): PageFault | null => {
  const claimed = claim[name] as PublishedStory[Name] | undefined
  if (claimed === undefined || JSON.stringify(claimed) === JSON.stringify(story[name])) return null
  const { source, url } = claim
  return fault(
    claim,
    `${source} and the story disagree on the ${names[name]} of ${url}: ${source} has ${print(claimed)}, ${story.file} has ${print(story[name])}`,
  )
}

const fault = ({ offset }: Claim, message: string): PageFault => ({
  code: 'story-told-differently',
  message,
  hint: 'correct the layout of this page: it must print what the story says',
  offset,
})
