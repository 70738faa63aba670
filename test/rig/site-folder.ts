// A small site in a temporary folder, with the project's own engine, layouts and commands.

import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { listFiles } from '../../src/system/files.ts'
import { siteData } from './site-data.ts'

export const projectRoot = resolve(import.meta.dirname, '../..')

/** The text of each; "base64:…" for bytes. */
export type Files = Readonly<Record<string, string>>

const bytesOf = (text: string | Uint8Array): string | Uint8Array =>
  typeof text === 'string' && text.startsWith('base64:') ? Buffer.from(text.slice(7), 'base64') : text

export type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

export type SiteFolder = {
  readonly root: string
  readonly write: (file: string, text: string) => void
  readonly writeBytes: (file: string, bytes: Uint8Array) => void
  readonly read: (file: string) => string
  readonly remove: (file: string) => void
  /** Every file below a folder and its bytes, as text that shows what differs. */
  readonly snapshot: (folder: string) => Files
  /** Runs `npm run <script>` without npm. */
  readonly run: (script: string, ...flags: string[]) => Run
  /** Runs any program in the folder, with more environment. */
  readonly spawn: (program: string, flags: readonly string[], environment?: Record<string, string>) => Run
  readonly dispose: () => void
}

/** `files` come on top of sound site data; a file named there replaces it. `where` is the folder's parent. */
export const createSite = (files: Files = {}, where: string = tmpdir()): SiteFolder => {
  const root = realpathSync(mkdtempSync(join(where, 'dateline-')))
  for (const name of ['src', 'scripts', 'node_modules', '_includes'])
    symlinkSync(join(projectRoot, name), join(root, name))
  for (const name of ['.eleventy.js', 'package.json']) cpSync(join(projectRoot, name), join(root, name))
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    // All at once, so that no watcher meets half a file.
    writeFileSync(join(root, '.being-written'), bytesOf(text))
    renameSync(join(root, '.being-written'), join(root, file))
  }
  const all: Files = { ...siteData, ...files }
  const settings = all['_data/site.yaml'] ?? ''
  // Scenarios edit live stories without a word about it, but for those of just that.
  const lenient = /^edits:/m.test(settings) ? settings : `${settings.trimEnd()}\nedits: { silent: warning }\n`
  for (const [file, text] of Object.entries({ ...all, '_data/site.yaml': lenient })) write(file, text)
  const spawn = (
    program: string,
    flags: readonly string[],
    environment: Record<string, string> = {},
  ): Run => {
    const env = { ...process.env, DATELINE_NOW: '', ...environment }
    const { status, stdout, stderr } = spawnSync(program, flags, { cwd: root, env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  return {
    root,
    write,
    writeBytes: write,
    read: file => readFileSync(join(root, file), 'utf8'),
    remove: file => rmSync(join(root, file), { recursive: true }),
    snapshot: folder =>
      Object.fromEntries(
        listFiles(join(root, folder)).map(file => [file, readFileSync(join(root, folder, file), 'latin1')]),
      ),
    run: (script, ...flags) => spawn(process.execPath, ['scripts/run.js', script, ...flags]),
    spawn,
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}
