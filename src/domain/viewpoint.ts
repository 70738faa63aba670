// When, for whom and in which zone something is true: made once for a build, and kept with what it published.

import type { Audience } from './audience.ts'
import type { Instant } from './instant.ts'

export type Viewpoint = { readonly now: Instant; readonly audience: Audience; readonly timezone: string }
