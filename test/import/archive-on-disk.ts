// A small archive and a site in a temporary folder, and the import run on them.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import { type ImportOptions, importArchive } from '../../src/import/import-archive.ts'
import { readTargetSite } from '../../src/import/read-target-site.ts'
import type { ImportReport } from '../../src/import/report/import-report.ts'
import type { ArchiveSource } from '../../src/import/sources/archive-source.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

const siteFiles: Files = {
  '_data/site.yaml': 'timezone: Europe/Berlin\n',
  '_data/sections.yaml': 'world: { name: World }\nsport: { name: Sport }\ntechnology: { name: Technology }\n',
  '_data/people.yaml': 'asha-rao: { name: Asha Rao }\n',
}

const writeFiles = (folder: string, files: Files): void => {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
}

/** Both folders are gone when the test is. */
export const twoFolders = (archive: Files): { from: string; to: string } => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-import-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const from = join(root, 'old')
  const to = join(root, 'site')
  mkdirSync(from, { recursive: true })
  writeFiles(from, archive)
  writeFiles(to, siteFiles)
  return { from, to }
}

/** For archives that several tests look at. */
export const temporaryFolders = (
  archives: readonly Files[],
): { readonly paths: readonly string[]; readonly dispose: () => void } => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-import-'))
  const paths = archives.map((files, index) => {
    const folder = join(root, `old-${index}`)
    mkdirSync(folder)
    writeFiles(folder, files)
    return folder
  })
  return { paths, dispose: () => rmSync(root, { recursive: true, force: true }) }
}

export type Imported = {
  readonly report: ImportReport
  /** The stories written, by their path below content/stories/. */
  readonly stories: Readonly<Record<string, string>>
  /** All notes of a file, "message: detail". */
  readonly notesOf: (file: string) => readonly string[]
  readonly refusals: Readonly<Record<string, string>>
}

export const importFiles = (archive: Files, changes: Partial<ImportOptions> = {}): Imported => {
  const { from, to } = twoFolders(archive)
  return importFolder(from, to, changes)
}

export const importFolder = (
  from: string,
  to: string,
  changes: Partial<ImportOptions> = {},
  sources?: readonly ArchiveSource[],
): Imported => {
  const options = {
    from,
    to,
    zone: 'Europe/Berlin',
    isZoneStated: false,
    calendar: null,
    dayOrder: null,
    now: Date.parse('2026-01-01T00:00:00Z') as Instant,
    site: readTargetSite(to),
    section: 'world',
    map: new Map(),
    patterns: [],
    fieldNames: new Map(),
    base: null,
    elsewhere: [],
    tags: new Map(),
    pattern: null,
    uploads: null,
    isDryRun: false,
    ...changes,
  }
  const report = importArchive(options, sources)
  const notesOf = (file: string) =>
    (report.files.find(entry => entry.file === file)?.notes ?? []).map(({ message, detail }) =>
      detail === null ? message : `${message}: ${detail}`,
    )
  const refused = report.files.filter(entry => entry.status === 'rejected')
  const refusals = Object.fromEntries(refused.map(({ file, reason }) => [file, reason]))
  return { report, stories: readStories(join(to, 'content/stories')), notesOf, refusals }
}

const readStories = (folder: string): Readonly<Record<string, string>> => {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.md'),
    )
    return Object.fromEntries(
      files.toSorted().map(file => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
    )
  } catch {
    return {}
  }
}

/** A sentence long enough to make a summary of. */
export const sentence = 'The harbour office said on Thursday that the ferry would sail again from Monday.'
