// What lies beside an export: a library of files is one entry, as it may hold ten files for each picture.

import type { Archive } from './archive.ts'
import type { ArchiveEntry } from './archive-source.ts'

/** `read`: files that the source has read. `libraries`: folders of the archive, "content/images/". */
export const otherFiles = (
  { files }: Pick<Archive, 'files'>,
  read: ReadonlySet<string>,
  libraries: readonly string[],
): readonly ArchiveEntry[] => {
  const others = files.filter(({ file }) => !read.has(file))
  const libraryOf = (file: string) => libraries.find(library => file.startsWith(library))
  const counts = new Map<string, number>()
  for (const { file } of others) {
    const library = libraryOf(file)
    if (library !== undefined) counts.set(library, (counts.get(library) ?? 0) + 1)
  }
  return [
    ...others
      .filter(({ file }) => libraryOf(file) === undefined)
      .map(({ file, skipReason }) => skipped(file, skipReason ?? 'no part of the export')),
    ...[...counts].map(([library, count]) =>
      skipped(
        library,
        count === 1
          ? 'the one file of the library: a story takes it where it shows it'
          : `the ${count} files of the library: a story takes those that it shows`,
      ),
    ),
  ]
}

export const skipped = (file: string, reason: string): ArchiveEntry => ({ kind: 'skipped', file, reason })
