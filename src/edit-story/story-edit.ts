// What a command does to one story, before anything is written.

import type { Instant } from '../domain/instant.ts'
import type { Site } from '../domain/newsroom.ts'
import { failure, type Result } from '../domain/result.ts'
import type { Story } from '../domain/story.ts'
import type { FieldEdit } from './propose-splices.ts'

export type StoryEdit = {
  /** One after the other. */
  readonly fields: readonly FieldEdit[]
  /** More of a live blog. */
  readonly entry?: NewEntry
  /** The file's new name, in its folder, without its ending. */
  readonly name?: string
  /** Whether it stands at another address afterwards, which may be taken. */
  readonly newSlug?: string
  /** What the editor should know, a sentence each. */
  readonly notes: readonly string[]
}

export type NewEntry = { readonly time: string; readonly headline: string; readonly text: string }

export type EditedStory = {
  readonly story: Story
  /** As they are written. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly site: Site
  readonly now: Instant
}

/** `site`: what is there stands in the way; `call`: the command was called wrongly. */
export type Refusal = { readonly kind: 'site' | 'call'; readonly message: string }

export type PlanEdit = (edited: EditedStory) => Result<StoryEdit, Refusal>

export const refuse = (message: string, kind: Refusal['kind'] = 'site') => failure<Refusal>({ kind, message })

/** As messages name it. */
export const named = ({ title }: Story): string => `“${title}”`
