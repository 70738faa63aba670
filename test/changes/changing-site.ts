// A folder of input files that is published again and again, with or without git, in a temporary folder.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findChangedInputs } from '../../src/changes/changed-inputs.ts'
import type { AskedGit } from '../../src/changes/git-archive.ts'
import { type FolderMarks, marksOf } from '../../src/store/file-mark.ts'
import type { InputChanges } from '../../src/store/input-changes.ts'
import { writeFile } from '../../src/system/files.ts'

export type Files = Readonly<Record<string, string>>

type Asked = {
  readonly named?: readonly string[] | null
  readonly isWatched?: boolean
  readonly lastCommit?: string | null
  readonly present?: number
  readonly git?: AskedGit
}

/** `by`: a walk reads all marks, the others only those that they need. */
type Found = InputChanges & { readonly by: 'names' | 'git' | 'walk' }

export type ChangingSite = {
  readonly root: string
  readonly at: (path: string) => string
  readonly write: (files: Files) => void
  readonly remove: (path: string) => void
  readonly move: (from: string, to: string) => void
  readonly link: (target: string, path: string) => void
  /** Its time, as seconds since 1970. */
  readonly touch: (file: string, seconds: number) => void
  readonly git: (...args: readonly string[]) => string
  /** All that is there; gives the commit. */
  readonly commit: () => string
  /** By a walk, and much later than the last change, unless asked otherwise. */
  readonly find: (asked?: Asked) => Promise<Found>
  /** What was found is what the next publish will know. */
  readonly publish: (asked?: Asked) => Promise<Found>
  readonly rows: Map<string, FolderMarks>
  readonly dispose: () => void
}

/** `inside` is where the site lies in the temporary folder, which is where the repository begins. */
export const createChangingSite = (
  files: Files = {},
  { inside = '' }: { readonly inside?: string } = {},
): ChangingSite => {
  const top = mkdtempSync(join(tmpdir(), 'dateline-changes-'))
  const root = join(top, inside)
  mkdirSync(root, { recursive: true })
  const rows = new Map<string, FolderMarks>()
  const at = (path: string) => join(root, path)
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: top,
      env: gitEnvironment,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
  const find = async ({
    named = null,
    lastCommit = null,
    present = Date.now() + 60_000,
    ...asked
  }: Asked = {}) => {
    let by: Found['by'] = named === null ? 'git' : 'names'
    const all = async () => {
      by = 'walk'
      return rows
    }
    const known = { ...marksOf(rows), all }
    const found = await findChangedInputs({ ...asked, root, known, named, lastCommit, present })
    return { ...found, by }
  }
  const site: ChangingSite = {
    root,
    at,
    write: written => {
      for (const [file, text] of Object.entries(written)) writeFile(at(file), text)
    },
    remove: path => rmSync(at(path), { recursive: true }),
    move: (from, to) => {
      mkdirSync(dirname(at(to)), { recursive: true })
      renameSync(at(from), at(to))
    },
    link: (target, path) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      symlinkSync(target, at(path))
    },
    touch: (file, seconds) => utimesSync(at(file), seconds, seconds),
    git,
    commit: () => {
      git('init', '--quiet', '--template=')
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'Publish')
      return git('rev-parse', 'HEAD')
    },
    find,
    publish: async asked => {
      const found = await find(asked)
      for (const [folder, marks] of found.marks) {
        if (marks === null) rows.delete(folder)
        else rows.set(folder, marks)
      }
      return found
    },
    rows,
    dispose: () => rmSync(top, { recursive: true }),
  }
  site.write(files)
  return site
}

export const gitEnvironment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Desk',
  GIT_AUTHOR_EMAIL: 'desk@example.org',
  GIT_COMMITTER_NAME: 'Desk',
  GIT_COMMITTER_EMAIL: 'desk@example.org',
}
