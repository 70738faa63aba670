// How the published folder differs from what the last publish left there.

import type { Output } from './output.ts'

export type Missing = {
  /** They are made again. */
  readonly missing: readonly Output[]
  /** Files that must not be there: a publish took them away once, or plain Eleventy wrote them. */
  readonly returned: readonly string[]
}

export type Found = Missing & {
  /** Whether the published folder may hold what nobody knows of. */
  readonly isDoubtful: boolean
}

export const nothingMissing: Missing = { missing: [], returned: [] }
