// What rendering made, as the checks see it: nothing of it is published yet.

import type { Newsroom } from '../domain/newsroom.ts'
import type { Plan } from '../plan/plan-site.ts'

/** `output` is relative to the published folder; `url` is the page's path on the site. */
export type RenderedPage = { readonly url: string; readonly output: string; readonly content: string }

export type RenderedSite = {
  /** Where the rendered files are, relative to the site's root. */
  readonly folder: string
  readonly pages: readonly RenderedPage[]
  /** Files that are published besides the pages, relative to the published folder. */
  readonly files: readonly string[]
  readonly plan: Plan
  readonly newsroom: Newsroom
}
