// How one site generator wants its stories and the facts about its site.

import { join } from 'node:path'
import { writeFile } from '../../../src/system/files.ts'
import type { BenchStory } from '../archive/bench-story.ts'

export type Dialect = {
  /** Relative to the site's root. */
  readonly fileOf: (story: BenchStory) => string
  readonly textOf: (story: BenchStory) => string
  /** Everything that is written but the stories: text by path, relative to the site's root. */
  readonly siteFiles: Readonly<Record<string, string>>
}

export const writeStory = (root: string, { fileOf, textOf }: Dialect, story: BenchStory): void =>
  writeFile(join(root, fileOf(story)), textOf(story))

/** Writes stories as they come: an archive of any size takes the memory of one story. */
export const writeSite = (root: string, dialect: Dialect, stories: Iterable<BenchStory>): void => {
  for (const [file, text] of Object.entries(dialect.siteFiles)) writeFile(join(root, file), text)
  for (const story of stories) writeStory(root, dialect, story)
}
