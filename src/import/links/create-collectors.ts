// What is found in the archive besides stories, where it may stand in the new site, and that it is copied.

import { join } from 'node:path'
import { staticFileOf } from '../../domain/site-paths.ts'
import { exists, replaceFile } from '../../system/files.ts'
import type { ImportedFiles } from '../imported-files.ts'
import type { Draft } from '../read-draft.ts'
import type { TargetSite } from '../read-target-site.ts'
import { addressesInSettings } from '../sources/addresses-in-settings.ts'
import type { Archive } from '../sources/archive.ts'
import { isPictureName } from '../text/picture-name.ts'
import { createFileCollector } from './collect-files.ts'
import { createPictureCollector } from './collect-pictures.ts'
import { createFindInArchive } from './find-in-archive.ts'
import { createOtherAddresses } from './other-addresses.ts'
import { createOwnAddresses } from './own-addresses.ts'
import { pathsOfPicture } from './picture-addresses.ts'
import { createPictureNotes } from './picture-notes.ts'
import { createPicturePrefixes } from './picture-prefixes.ts'

/** `to` is the folder of the new site, `hosts` are those of the old site and of the new one. */
export const createCollectors = (
  archive: Archive,
  drafts: readonly Draft[],
  {
    site,
    to,
    hosts,
  }: { readonly site: TargetSite; readonly to: string; readonly hosts: ReadonlySet<string> },
  imported: ImportedFiles,
) => {
  const find = createFindInArchive(archive)
  const prefixes = createPicturePrefixes({
    has: path => find(path, '').some(isPictureName),
    hosts,
    declared: addressesInSettings(archive.root),
  })
  const ownOfSite = createOwnAddresses(site, drafts, output => exists(join(to, staticFileOf(`/${output}`))))
  const others = createOtherAddresses(to, new Set(drafts.map(({ file }) => file)), imported)
  const isTaken = (path: string) => ownOfSite.isTaken(path) || others.isOfStory(path)
  const { isUntouched } = imported
  return {
    own: { ...ownOfSite, isTaken },
    /** Also where an editor, or an earlier import, has said where an address leads. */
    isGiven: (path: string) => isTaken(path) || others.isOfRow(path),
    pictures: createPictureCollector({
      ...{ find, site: to, isUntouched },
      pathsOf: src => [
        ...pathsOfPicture(src, hosts),
        ...[prefixes.pathOf(src)].filter(path => path !== null),
      ],
    }),
    seePicture: prefixes.see,
    pictureNotes: createPictureNotes(archive.root),
    linkedFiles: createFileCollector({ find, to, isTaken, isUntouched }),
  }
}

/** What an editor has put in a place since stays. */
export const copyFiles = (
  copies: readonly { readonly to: string; readonly read: () => Uint8Array }[],
  site: string,
  imported: ImportedFiles,
): void => {
  for (const { to, read } of copies) {
    const bytes = read()
    if (!exists(join(site, to)) || imported.isUntouched(to)) replaceFile(join(site, to), bytes)
    imported.note(to, bytes, null)
  }
}
