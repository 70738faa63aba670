// When, for whom and in which zone something is true.

import type { Instant } from './instant.ts'
import type { Audience } from './lifecycle.ts'

/** When, for whom and in which zone an index is true. */
export type Viewpoint = { readonly now: Instant; readonly audience: Audience; readonly timezone: string }
