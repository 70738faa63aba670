// What Eleventy is given to make: pages with their data, the newsroom's own templates, or both.

import type { KeptPages } from '../domain/kept-back.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { DrawnPage } from '../pages/planned-page.ts'
import type { FeedText, Layouts } from '../store/rows.ts'

export type Job = {
  readonly newsroom: Newsroom
  /** Minified. */
  readonly layouts: Layouts
  readonly pages: readonly DrawnPage[]
  /** Whether the newsroom's own templates, and what it has Eleventy copy, are made as well. */
  readonly templates: boolean
  /** Among these templates. */
  readonly keptPages: KeptPages
  /** The text of a story as it was checked, where its file may say something else by now. */
  readonly textOf: (file: string) => string | undefined
  /** Texts for feeds that need not be made again. */
  readonly feedTextOf: (file: string) => FeedText | undefined
  /** Called with each that had to be made. */
  readonly keepFeedText: (file: string, text: FeedText) => void
}
