// What earlier imports of the same archive wrote, so that another one changes only what changed, and nothing that an editor touched.
//
// Kept in `.dateline/imported.json`, by the archive's folder. Where it is lost, each file that differs from the archive
// counts as an editor's.

import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { forReaders } from '../store/edition.ts'
import { digestOf } from '../system/digest.ts'
import { exists, isFile, readBytes, readText, replaceFile } from '../system/files.ts'
import { asMap } from './fields/read-fields.ts'

type Imported = {
  /** The story's file, by its item in the archive. */
  readonly stories: Readonly<Record<string, string>>
  /** Of all files that were written, by their paths in the site. */
  readonly digests: Readonly<Record<string, string>>
}

export type ImportedFiles = {
  /** Where the story of an item was written; null where none was, or it is gone. */
  readonly storyOf: (item: string) => string | null
  /** Whether a file is as an import left it. */
  readonly isUntouched: (file: string) => boolean
  /** Whether a story that is no item's own stands in a file. */
  readonly isTaken: (file: string, item: string) => boolean
  /** Which archive's story a file is, as far as that was written down. */
  readonly archiveOf: (file: string) => 'this' | 'other' | 'unknown'
  readonly note: (file: string, content: string | Uint8Array, item: string | null) => void
  /** Writes down what was noted, and what was known before. */
  readonly keep: () => void
}

/** `site`: the folder that is written to. `from`: the archive's, absolute. */
export const createImportedFiles = (site: string, from: string): ImportedFiles => {
  const path = join(site, forReaders.state, 'imported.json')
  const archives = read(path)
  const before = archives[from] ?? { stories: {}, digests: {} }
  const stories = new Map(Object.entries(before.stories))
  const digests = new Map(Object.entries(before.digests))
  const ours = new Set(stories.values())
  const others = new Set(
    Object.entries(archives).flatMap(([folder, each]) =>
      folder === from ? [] : Object.values(each.stories),
    ),
  )
  return {
    storyOf: item => {
      const file = stories.get(item)
      return file !== undefined && isFile(join(site, file)) ? file : null
    },
    isUntouched: file =>
      isFile(join(site, file)) && digests.get(file) === digestOf(readBytes(join(site, file))),
    isTaken: (file, item) =>
      exists(join(site, file)) && stories.get(item) !== file && itemIn(join(site, file)) !== item,
    archiveOf: file => (ours.has(file) ? 'this' : others.has(file) ? 'other' : 'unknown'),
    note: (file, content, item) => {
      digests.set(file, digestOf(content))
      if (item !== null) stories.set(item, file)
    },
    keep: () => {
      const now: Imported = { stories: sorted(stories), digests: sorted(digests) }
      replaceFile(path, `${JSON.stringify({ ...archives, [from]: now })}\n`)
    },
  }
}

const sorted = (map: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...map].toSorted(([one], [other]) => (one < other ? -1 : 1)))

const read = (path: string): Readonly<Record<string, Imported>> => {
  try {
    return isFile(path) ? (JSON.parse(readText(path) ?? '{}') as Record<string, Imported>) : {}
  } catch {
    // Damaged, it is as good as lost.
    return {}
  }
}

/** What a story says that it was imported from. */
const itemIn = (path: string): unknown => {
  const front = splitFrontMatter(readText(path) ?? '')
  try {
    return asMap(asMap(load(front?.yaml ?? '', { schema: CORE_SCHEMA }))?.get('imported'))?.get('from')
  } catch {
    return undefined
  }
}
