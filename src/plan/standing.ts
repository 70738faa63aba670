// What stands where a build is to go: how it differs from what the last publish left there.

import type { Output } from '../store/output.ts'

export type Found = {
  /** They are made again. */
  readonly missing: readonly Output[]
  /** Files that must not be there: a publish took them away once, or plain Eleventy wrote them. */
  readonly returned: readonly string[]
  /** Whether there may be files that nobody knows of. */
  readonly isDoubtful: boolean
}

/** How the search index that stands there differs from the one that was put there. */
export type LostIndex = {
  /** Files that no row knows: they may show stories that are gone. */
  readonly strays: readonly string[]
  /** Names of bundles that are incomplete. */
  readonly broken: readonly string[]
  readonly isListLost: boolean
}

export type Standing = Found & { readonly lostIndex: LostIndex }

export const nothingLost: LostIndex = { strays: [], broken: [], isListLost: false }

/** For a plan that goes nowhere by itself: a share, a check, Eleventy's own run. */
export const undisturbed: Standing = {
  missing: [],
  returned: [],
  isDoubtful: false,
  lostIndex: nothingLost,
}
