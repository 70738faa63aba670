// The inputs that changed since the last publish, and whether a publish can go by them or has to build everything again.
//
// Going by changes is not enough when site data, the engine, `.eleventy.js`, a module that it imports,
// `package-lock.json` or Node's rules of time zones and languages changed (`basis.ts`), nor when the clock
// went backwards. Then there is a full build, and the report says why. Pages that come out the same are still
// left alone.

import type { Instant } from '../domain/instant.ts'
import { isSiteData } from '../domain/site-paths.ts'
import type { Edition } from '../store/edition.ts'
import type { FolderMarks, KnownMarks } from '../store/file-mark.ts'
import type { InputChanges } from '../store/input-changes.ts'
import type { LastSite } from '../store/last-site.ts'
import { rowsOf } from '../store/stored-tables.ts'
import { presentTime } from '../system/clock.ts'
import { isOfBasis, versionsNow } from './basis.ts'
import { findChangedInputs } from './changed-inputs.ts'
import type { AskedGit } from './git-archive.ts'
import { modulesOf } from './modules.ts'

export type BuildRequest = {
  /** Absolute; the current folder. */
  readonly root: string
  readonly now: Instant
  readonly edition: Edition
  /** Files that changed since the last publish; null to find them. */
  readonly named: readonly string[] | null
  /** Whether `named` are all that there are, also outside of the archive folders. */
  readonly isWatched?: boolean
  /** Every page is made again, whatever the last publish was. */
  readonly isAll: boolean
  /** Whether a problem in any story stops everything. */
  readonly isStrict?: boolean
  /** Whether addresses that readers know may come to lead nowhere. */
  readonly losesAddresses?: boolean
  /** Whether live stories may change without a word about it. */
  readonly editsSilently?: boolean
  /** What git was asked before the program was loaded. */
  readonly git?: AskedGit | undefined
}

export type ChangesSince = {
  readonly found: InputChanges
  /** Why everything is built again; null when going by the changes is enough. */
  readonly fullBuildReason: string | null
  /** Digest of what .eleventy.js imports. */
  readonly modulesDigest: string
}

export const findChanges = async (call: BuildRequest, lastSite: LastSite): Promise<ChangesSince> => {
  const { root, named, isWatched = false, isAll } = call
  const asked = { root, present: call.git?.present ?? presentTime(), git: call.git }
  const findAll = () => findChangedInputs({ ...asked, known: nothingKnown, named: null, lastCommit: null })
  const known = isAll ? null : knownMarks(lastSite)
  const lastCommit = lastSite.last?.commit ?? null
  const found = known
    ? await findChangedInputs({ ...asked, known, named, isWatched, lastCommit })
    : await findAll()
  const modules = modulesOf(root)
  const fullBuildReason = whyFullBuild(call, lastSite, found, modules)
  return {
    found: known && fullBuildReason !== null ? await findAll() : found,
    fullBuildReason,
    modulesDigest: modules,
  }
}

const nothingKnown: KnownMarks = { get: () => undefined, all: async () => new Map(), below: () => [] }

const knownMarks = ({ store, tables, last }: LastSite): KnownMarks | null => {
  if (store === null || last === null) return null
  const folders = tables.get('lists', 'folders') ?? []
  return {
    get: folder => tables.get('marks', folder),
    below: folder => folders.filter(each => each === folder || each.startsWith(`${folder}/`)),
    all: async () => {
      const marks = new Map<string, FolderMarks>()
      for await (const [folder, row] of rowsOf(store, 'marks')) marks.set(folder, row)
      return marks
    },
  }
}

const whyFullBuild = (
  { now, edition, isAll }: BuildRequest,
  { last, lossReason, tables }: LastSite,
  { changes }: InputChanges,
  modules: string,
): string | null => {
  if (last === null) return lossReason ?? 'no previous publish'
  if (isAll) return 'every page was asked for (--all)'
  if (now < last.viewpoint.now) return 'the last publish was for a later time'
  if (last.viewpoint.audience.name !== edition.audience.name)
    return 'the last publish was for another audience'
  if (last.versions !== versionsNow) return 'Node.js has other time zone or language data'
  if (last.modulesDigest !== modules) return 'a file that .eleventy.js imports changed'
  const facts = tables.get('facts', 'site')
  const pictures = [facts?.site.sharePicture?.picture, ...(facts?.people ?? []).map(({ picture }) => picture)]
  const ofSite = new Set(pictures.map(picture => picture?.file))
  const isForAll = (file: string) => isSiteData(file) || isOfBasis(file) || ofSite.has(file)
  const file = changes.find(change => isForAll(change.file))?.file
  return file === undefined ? null : `${file} changed`
}
