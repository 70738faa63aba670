// A site generator that takes part in the bench.

import type { Dialect } from '../dialects/dialect.ts'
import type { Command } from '../measure/command.ts'

export type ContestantKey = 'dateline' | 'hugo' | 'eleventy'

export type Contestant = {
  readonly key: ContestantKey
  readonly name: string
  readonly version: string
  readonly dialect: Dialect
  /** Puts everything that is not content into the site's folder: engine, templates, styles. */
  readonly prepare: (root: string) => void
  /** The process that builds. `changed` is the one story that is new since the last build, relative to the root. */
  readonly build: (root: string, changed: string | null) => Command
  /** The published folder, relative to the root. */
  readonly output: string
  /** What must be gone before a full build, relative to the root. */
  readonly state: readonly string[]
}
