// What the stories of changed files are held against: those that did not change, and where a field stands.

import type { Day } from '../domain/instant.ts'
import type { Location } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import type { StoryAddress } from './advise-story-links.ts'

/** The stories that are not among the files, as they have not changed: what the files are held against. */
export type UnchangedStories = {
  /** The file whose story claims an address (see `addressKey`). */
  readonly ownerOf: (address: string) => string | undefined
  readonly story: (file: string) => Story | undefined
  /** Whether readers had a story, changed or not, by the last publish. */
  readonly wasOut: (story: Story) => boolean
  readonly slugsOf: (day: Day) => readonly string[]
  /** The file of a story of the same section and second. */
  readonly twinOf: (story: Story) => string | undefined
  /** By the name of their file in lower case, without its ending. Costs the whole archive. */
  readonly storiesNamed: (name: string) => readonly StoryAddress[]
}

/** `written`: the entry of a list, as it is written. */
export type LocateField = (file: string, name: string, written?: string) => Location
