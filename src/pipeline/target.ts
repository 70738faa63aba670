// Where a build goes: the published folder, or a folder that gets only what changed. Each answers for itself.

import { resolve } from 'node:path'
import type { Standing } from '../plan/standing.ts'
import { refuseFolder } from '../publish/changes-folder.ts'
import type { Publishing } from '../publish/commit-rows.ts'
import { readEleventyFiles } from '../publish/eleventy-files.ts'
import { type Differences, findDifferences } from '../publish/find-differences.ts'
import { findMissing, findUnreported } from '../publish/find-missing.ts'
import { publishToFolder } from '../publish/publish-to-folder.ts'
import { publishToSite } from '../publish/publish-to-site.ts'
import { readUndelivered } from '../publish/undelivered.ts'
import { isIndexDue } from '../search/bundle-status.ts'
import { findLostIndex, findUnreportedIndex, withoutBundles } from '../search/lost-index.ts'
import { isKnownIndexFile } from '../store/bundle.ts'
import { knownDigest } from '../store/compressed.ts'
import type { LastSite } from '../store/last-site.ts'
import { joinChanges, noChanges, type OutputChanges } from '../store/output-changes.ts'
import type { OpenSite } from '../store/site-session.ts'
import type { Tables } from '../store/tables.ts'
import { exists, listFiles } from '../system/files.ts'

export type Target = {
  /** Whether it only takes what readers do not have yet. */
  readonly isDelivery: boolean
  readonly findStanding: (previous: LastSite) => Promise<Standing>
  /** What the staged files change there. */
  readonly findDifferences: (
    differences: Pick<Differences, 'before' | 'outputs' | 'removals'>,
  ) => OutputChanges
  /** Changes of earlier publishes that are reported with this one. */
  readonly unreported: (previous: LastSite) => OutputChanges
  readonly isIndexDue: (tables: Tables) => boolean
  /** Throws a plain line when the disk refuses. */
  readonly publish: (publishing: Publishing) => Promise<void>
  readonly isThere: () => boolean
  /** Files there that Dateline did not make. */
  readonly foreignFiles: (tables: Tables) => readonly string[]
}

const pendingChanges = ({ last }: LastSite): OutputChanges => last?.pending.changes ?? noChanges

/** `isAll`: every file there is looked at. */
export const publishedFolder = (
  { folders, state }: Pick<OpenSite, 'folders' | 'state'>,
  isAll: boolean,
): Target => {
  const eleventyFiles = readEleventyFiles(state)
  return {
    isDelivery: false,
    findStanding: async previous => {
      const found = await findMissing(previous, folders, isAll, eleventyFiles)
      return { ...found, lostIndex: findLostIndex(found, folders.published, previous.tables) }
    },
    findDifferences: rest =>
      findDifferences({ ...rest, folders, isPublished: true, eleventyFiles: eleventyFiles ?? [] }),
    unreported: pendingChanges,
    isIndexDue: tables => isIndexDue(tables, folders.published),
    publish: publishing => publishToSite(publishing),
    isThere: () => exists(folders.published),
    foreignFiles: tables =>
      listFiles(folders.published).filter(
        file => knownDigest(tables, file) === undefined && !isKnownIndexFile(file, tables),
      ),
  }
}

/**
 * `folder` is relative to the current one, or absolute. The published folder need not be there. Throws a plain line at a
 * folder that is the site's own, or that holds anything but an earlier delivery.
 */
export const folderOfChanges = (site: Pick<OpenSite, 'root' | 'folders'>, folder: string): Target => {
  refuseFolder(site.root, resolve(folder))
  return changesIn(site, folder)
}

const changesIn = ({ folders }: Pick<OpenSite, 'folders'>, folder: string): Target => {
  let unreported = noChanges
  return {
    isDelivery: true,
    findStanding: async previous => {
      unreported = joinChanges(await readUndelivered(previous), pendingChanges(previous))
      return { ...findUnreported(previous.tables, unreported), lostIndex: findUnreportedIndex(unreported) }
    },
    findDifferences: rest => findDifferences({ ...rest, folders, isPublished: false, eleventyFiles: [] }),
    unreported: () => withoutBundles(unreported),
    isIndexDue: tables => isIndexDue(tables, null),
    publish: publishing => publishToFolder(publishing, resolve(folder)),
    isThere: () => false,
    foreignFiles: () => [],
  }
}
