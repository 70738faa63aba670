// A place to publish in: a published site and a folder with what is to change in it, both of them temporary.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { carryOut } from '../../src/publish/carry-out.ts'
import { planMoves } from '../../src/publish/plan-moves.ts'
import type { Journal } from '../../src/store/journal.ts'
import type { OutputChanges } from '../../src/store/output-changes.ts'
import { listFiles } from '../../src/system/files.ts'
import type { Files } from '../rig/site-folder.ts'

export type StagedSite = {
  readonly root: string
  readonly staging: string
  readonly published: string
  /** Writes files by hand. */
  readonly write: (folder: string, files: Files) => void
  readonly remove: (path: string) => void
  /** Stages what differs between two sites. */
  readonly stage: (before: Files, after: Files) => OutputChanges
  readonly plan: (changes: Partial<OutputChanges>) => Journal
  readonly carryOut: (journal: Journal) => readonly string[]
  /** All that stands below a folder, folders with a "/" at their end. Links count as files. */
  readonly entries: (folder?: string) => readonly string[]
  /** What readers find. */
  readonly files: () => Files
  /** The same site in another temporary place. */
  readonly copy: () => StagedSite
  readonly dispose: () => void
}

export const createStagedSite = (published: Files = {}): StagedSite => {
  const site = siteIn(realpathSync(mkdtempSync(join(tmpdir(), 'dateline-staged-'))))
  site.write(site.published, published)
  return site
}

const siteIn = (root: string): StagedSite => {
  const folders = { staging: join(root, 'staging'), published: join(root, 'public') }
  return {
    root,
    ...folders,
    write,
    remove: path => rmSync(path, { recursive: true }),
    stage: (before, after) => {
      const changes = changesOf(before, after)
      write(
        folders.staging,
        Object.fromEntries([...changes.added, ...changes.changed].map(file => [file, after[file] ?? ''])),
      )
      return changes
    },
    plan: changes => planMoves(folders, { added: [], changed: [], removed: [], ...changes }),
    carryOut: journal => carryOut(folders, journal),
    entries: (folder = folders.published) => entriesOf(folder),
    files: () => filesOf(folders.published),
    copy: () => {
      const other = siteIn(realpathSync(mkdtempSync(join(tmpdir(), 'dateline-staged-'))))
      cpSync(root, other.root, { recursive: true })
      return other
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}

const changesOf = (before: Files, after: Files): OutputChanges => {
  const was = new Map(Object.entries(before))
  const names = Object.keys(after).sort()
  return {
    added: names.filter(file => !was.has(file)),
    changed: names.filter(file => was.has(file) && was.get(file) !== after[file]),
    removed: [...was.keys()].filter(file => !Object.hasOwn(after, file)).sort(),
  }
}

const write = (folder: string, files: Files): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

export const filesOf = (folder: string): Files =>
  Object.fromEntries(listFiles(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')]))

const entriesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .map(entry => `${join(entry.parentPath, entry.name)}${entry.isDirectory() ? '/' : ''}`)
    .map(path => path.slice(folder.length + 1))
    .sort()
