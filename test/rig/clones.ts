// One newsroom as several people have it: a bare git repository, and a clone of it for each, with commands at a clock.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { commitIn, gitIn } from './git-site.ts'
import { runInProcess } from './run-in-process.ts'
import { createSite, type Files, type Run, type SiteFolder } from './site-folder.ts'

/** The one clock of all clones, as RFC 3339. */
export type Clock = { now: string }

type Clone = SiteFolder & {
  /** Replaces words of a file, which must be there. */
  readonly edit: (file: string, old: string, words: string) => void
  /** What an npm script prints there, in this process. */
  readonly npm: (script: string, ...flags: string[]) => Promise<Run>
  /** The same as a process of its own. */
  readonly npmApart: (script: string, ...flags: string[]) => Run
  readonly git: (...flags: string[]) => string
  readonly pull: () => void
  /** Commits all that was written, takes in what others pushed, and pushes. Throws where git cannot join them. */
  readonly push: () => void
}

export type Clones<Name extends string> = Readonly<Record<Name, Clone>> & { readonly dispose: () => void }

export const clonesOf = <Name extends string>(
  names: readonly Name[],
  files: Files,
  clock: Clock,
): Clones<Name> => {
  const top = mkdtempSync(join(tmpdir(), 'dateline-clones-'))
  const shared = join(top, 'newsroom.git')
  const clones = names.map((name, index) => {
    const site = createSite(files, top)
    const git = (...flags: string[]) => gitIn(site, flags, clock.now)
    if (index === 0) {
      commitIn(site, clock.now)
      git('clone', '--quiet', '--bare', site.root, shared)
      git('remote', 'add', 'origin', shared)
      git('fetch', '--quiet')
    } else {
      git('init', '--quiet', '--template=', '--initial-branch=main')
      git('remote', 'add', 'origin', shared)
      git('fetch', '--quiet')
      git('reset', '--quiet', '--hard', 'origin/main')
    }
    return [name, cloneAt(site, git, clock)] as const
  })
  return {
    ...(Object.fromEntries(clones) as Record<Name, Clone>),
    dispose: () => rmSync(top, { recursive: true, force: true }),
  }
}

const cloneAt = (site: SiteFolder, git: Clone['git'], clock: Clock): Clone => {
  const pull = () => void git('pull', '--quiet', '--rebase', 'origin', 'main')
  const edit = (file: string, old: string, words: string) => {
    const text = site.read(file)
    if (!text.includes(old)) throw new Error(`${file} does not say “${old}”`)
    site.write(file, text.replace(old, words))
  }
  return {
    ...{ ...site, git, pull, edit },
    npm: (script, ...flags) => {
      vi.stubEnv('DATELINE_NOW', clock.now)
      return runInProcess(site, script, ...flags).finally(() => vi.unstubAllEnvs())
    },
    npmApart: (script, ...flags) =>
      site.spawn('npm', ['run', '--silent', script, '--', ...flags], { DATELINE_NOW: clock.now }),
    push: () => {
      commitIn(site, clock.now)
      pull()
      git('push', '--quiet', 'origin', 'HEAD:main')
    },
  }
}
