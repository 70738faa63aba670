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
import { createOwnAddresses } from './own-addresses.ts'

/** `to` is the folder of the new site. */
export const createCollectors = (
  archive: Archive,
  drafts: readonly Draft[],
  { site, to }: { readonly site: TargetSite; readonly to: string },
  { isUntouched }: ImportedFiles,
) => {
  const find = createFindInArchive(archive)
  const own = createOwnAddresses(site, drafts, output => exists(join(to, staticFileOf(`/${output}`))))
  return {
    own,
    pictures: createPictureCollector(find, to, isUntouched),
    linkedFiles: createFileCollector({ find, to, isTaken: own.isTaken, isUntouched }),
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
