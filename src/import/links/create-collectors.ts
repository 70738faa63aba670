// What is found in the archive besides stories, where it may stand in the new site, and that it is copied.

import { join } from 'node:path'
import { staticFileOf } from '../../domain/site-paths.ts'
import { exists, readBytes, replaceFile } from '../../system/files.ts'
import type { ImportedFiles } from '../imported-files.ts'
import type { Draft } from '../read-draft.ts'
import type { TargetSite } from '../read-target-site.ts'
import type { Archive } from '../sources/archive.ts'
import { createFileCollector } from './collect-files.ts'
import { createPictureCollector } from './collect-pictures.ts'
import { createFindInArchive } from './find-in-archive.ts'
import { createOtherAddresses } from './other-addresses.ts'
import { createOwnAddresses } from './own-addresses.ts'

/** `to` is the folder of the new site. */
export const createCollectors = (
  archive: Archive,
  drafts: readonly Draft[],
  { site, to }: { readonly site: TargetSite; readonly to: string },
  imported: ImportedFiles,
) => {
  const find = createFindInArchive(archive)
  const ownOfSite = createOwnAddresses(site, drafts, output => exists(join(to, staticFileOf(`/${output}`))))
  const others = createOtherAddresses(to, new Set(drafts.map(({ file }) => file)), imported)
  const isTaken = (path: string) => ownOfSite.isTaken(path) || others.isOfStory(path)
  const { isUntouched } = imported
  return {
    own: { ...ownOfSite, isTaken },
    /** Also where an editor, or an earlier import, has said where an address leads. */
    isGiven: (path: string) => isTaken(path) || others.isOfRow(path),
    pictures: createPictureCollector(find, to, isUntouched),
    linkedFiles: createFileCollector({ find, to, isTaken, isUntouched }),
  }
}

/** What an editor has put in a place since stays. */
export const copyFiles = (
  copies: readonly { readonly from: string; readonly to: string }[],
  site: string,
  imported: ImportedFiles,
): void => {
  for (const { from, to } of copies) {
    const bytes = readBytes(from)
    if (!exists(join(site, to)) || imported.isUntouched(to)) replaceFile(join(site, to), bytes)
    imported.note(to, bytes, null)
  }
}
