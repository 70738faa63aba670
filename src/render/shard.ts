// One share of the pages that a plan renders: what goes in, and what comes out.

import type { HiddenText } from '../check/leaks/hidden-texts.ts'
import type { BrokenTargets } from '../check/links/broken-targets.ts'
import type { Newsroom } from '../domain/newsroom.ts'
import type { Problem } from '../domain/problem.ts'
import type { Viewpoint } from '../domain/viewpoint.ts'
import type { PlannedPage } from '../pages/planned-page.ts'
import type { FeedText, Layouts } from '../store/rows.ts'

/** What all shards of a run have in common. Plain data, so that it can go to another thread. */
export type ShardSite = {
  /** Absolute; the current folder. */
  readonly root: string
  /** Where rendered files go, relative to the root. */
  readonly staging: string
  readonly newsroom: Newsroom
  readonly layouts: Layouts
  readonly viewpoint: Viewpoint
  /** The texts that give away stories that readers may not see. */
  readonly hiddenTexts: readonly HiddenText[]
  /** Places that links must not lead to; null in a first run, which only gathers where they lead. */
  readonly broken: BrokenTargets | null
}

export type ShardPage = PlannedPage & {
  /** Digest of the file that is published there: the same file is not written again. */
  readonly publishedDigest: string | null
}

/** A page as it was rendered and checked. */
export type RenderedOutput = {
  readonly url: string
  readonly output: string
  /** Of the file. */
  readonly digest: string
  /** Of what the page shows. */
  readonly dataDigest: string
  readonly ids: readonly string[] | null
}

export type RenderedShard = {
  readonly outputs: readonly RenderedOutput[]
  /** Every place of this site that a page leads to, "world/index.html" or "about/index.html#team", each once. */
  readonly targets: readonly string[]
  readonly problems: readonly Problem[]
  readonly feedTexts: readonly (readonly [file: string, text: FeedText])[]
}
