// Runs git: it never writes, and starts no program that a repository's configuration names.

import { spawn } from 'node:child_process'

export type GitRun = {
  /** Null where git could not be started. */
  readonly status: number | null
  readonly output: Buffer
  /** What git says of its failure. */
  readonly words: string
}

/** The output of a git command; null when it fails or git is not there. */
export const runGit = async (folder: string, args: readonly string[]): Promise<string | null> => {
  const { status, output } = await startGit(folder, args)
  return status === 0 ? output.toString() : null
}

/** `input`: what git reads. No program is started for watching files, and nothing is fetched. */
export const startGit = (folder: string, args: readonly string[], input = ''): Promise<GitRun> =>
  new Promise(resolve => {
    const child = spawn('git', ['--no-optional-locks', '-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      env: environment(),
      stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const [printed, said]: [Buffer[], Buffer[]] = [[], []]
    child.stdout?.on('data', (part: Buffer) => printed.push(part))
    child.stderr?.on('data', (part: Buffer) => said.push(part))
    const end = (status: number | null) =>
      resolve({ status, output: Buffer.concat(printed), words: Buffer.concat(said).toString() })
    child.on('error', () => end(null))
    child.on('close', end)
    // Git may end before it has read all.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })

/** A build in one of git's hooks finds variables that lead git to another repository, or to half an index. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => isHarmless(name))),
  GIT_NO_LAZY_FETCH: '1',
})

const isHarmless = (name: string): boolean =>
  !/^GIT_/i.test(name) || /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|CEILING_DIRECTORIES)$/i.test(name)
