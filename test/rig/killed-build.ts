// Whole build commands, killed at a write; and what every kill would leave behind, from one run that goes on.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killAtWrite } from './kill-at-write.ts'
import { projectRoot, type SiteFolder } from './site-folder.ts'

/** What readers see, and what is remembered. */
const folders = ['_site', '.dateline'] as const

export type Writes = {
  readonly count: number
  /** "rename … …": the n-th write, from 1. */
  readonly nameOf: (n: number) => string
  /** Brings the site to where a kill at the n-th write would have left it. */
  readonly goTo: (site: SiteFolder, n: number) => void
  readonly dispose: () => void
}

const buildAt = (now: string): readonly string[] => ['build', `--now=${now}`, '--allow-lost']

/** Ends by itself. */
export const recordWrites = (site: SiteFolder, now: string): Writes => recordCommand(site, buildAt(now))

/** `words`: the command and its flags. */
export const recordCommand = (site: SiteFolder, words: readonly string[]): Writes => {
  const copies = mkdtempSync(join(tmpdir(), 'dateline-writes-'))
  const { status, stderr, count } = runAndKill(site, words, 'never', copies)
  if (status !== 0 || count === null) throw new Error(`the build did not come to its end: ${stderr}`)
  return {
    count,
    nameOf: n => readFileSync(join(copies, String(n), 'write'), 'utf8').replaceAll(`${site.root}/`, ''),
    goTo: (other, n) => restore(other, join(copies, String(n))),
    dispose: () => rmSync(copies, { recursive: true }),
  }
}

/** `count`: null when it was killed. */
export const buildAndKill = (site: SiteFolder, now: string, at: number | 'never') =>
  runAndKill(site, buildAt(now), at)

const runAndKill = (site: SiteFolder, words: readonly string[], at: number | 'never', copyTo?: string) => {
  const countFile = join(site.root, 'count')
  rmSync(countFile, { force: true })
  const { flags, environment } = killAtWrite({
    at,
    folders: folders.map(folder => join(site.root, folder)),
    countFile,
    ...(copyTo === undefined ? {} : { copyTo }),
  })
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', join(projectRoot, 'test/rig/typescript.js'), ...flags, 'scripts/run.js', ...words],
    { cwd: site.root, env: { ...process.env, DATELINE_NOW: '', ...environment }, encoding: 'utf8' },
  )
  const count = existsSync(countFile) ? Number(readFileSync(countFile, 'utf8')) : null
  return { status, signal, stdout, stderr, count }
}

export type Kept = { readonly restore: () => void; readonly dispose: () => void }

/** What stands there and is remembered now, to come back to. */
export const keep = (site: SiteFolder): Kept => {
  const copy = mkdtempSync(join(tmpdir(), 'dateline-kept-'))
  for (const folder of folders.filter(name => existsSync(join(site.root, name))))
    cpSync(join(site.root, folder), join(copy, folder), { recursive: true, preserveTimestamps: true })
  return { restore: () => restore(site, copy), dispose: () => rmSync(copy, { recursive: true }) }
}

const restore = ({ root }: SiteFolder, from: string): void => {
  for (const folder of folders) {
    rmSync(join(root, folder), { recursive: true, force: true })
    if (existsSync(join(from, folder)))
      cpSync(join(from, folder), join(root, folder), { recursive: true, preserveTimestamps: true })
  }
}
