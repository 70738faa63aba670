// Asks git something. It never writes, and runs nothing that a repository's configuration names for watching files.

import { spawn } from 'node:child_process'

/** What git prints; null when it fails or is not there. */
export const runGit = (folder: string, args: readonly string[]): Promise<string | null> =>
  new Promise(resolve => {
    const child = spawn('git', ['--no-optional-locks', '-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    })
    const printed: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => printed.push(part))
    child.on('error', () => resolve(null))
    child.on('close', code => resolve(code === 0 ? Buffer.concat(printed).toString() : null))
  })

/** A build in one of git's hooks finds variables that lead git to another repository, or to half an index. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => isHarmless(name))),
  GIT_NO_LAZY_FETCH: '1',
})

const isHarmless = (name: string): boolean =>
  !/^GIT_/i.test(name) || /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|CEILING_DIRECTORIES)$/i.test(name)
