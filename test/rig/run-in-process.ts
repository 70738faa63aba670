// A command without a process of its own: the same flags, words and status, without the second that it takes to load.

import { join } from 'node:path'
import { format } from 'node:util'
import { forgetLastBuild } from '../../src/eleventy/forget-last-build.ts'
import { listFiles } from '../../src/system/files.ts'
import { projectRoot, type Run, type SiteFolder } from './site-folder.ts'

let runs = 0

/** What `npm run <script> -- <flags>` in the site would do and print. Not for commands that go on for ever. */
export const runInProcess = async (
  site: SiteFolder,
  script: string,
  ...flags: readonly string[]
): Promise<Run> => {
  const { argv, exitCode } = process
  const listeners = process.stdout.listeners('error')
  const before = process.cwd()
  const printed = { stdout: '', stderr: '' }
  const restore = catchPrinted(printed)
  process.chdir(site.root)
  process.argv = [process.execPath, script, ...flags]
  try {
    await forgetLastBuild(
      listFiles(site.root, 'content').filter(file => !file.startsWith('content/stories/')),
    )
    runs += 1
    await import(/* @vite-ignore */ `${join(projectRoot, 'scripts', script)}.ts?run=${runs}`)
    return { status: Number(process.exitCode), ...printed }
  } finally {
    restore()
    for (const listener of process.stdout.listeners('error').filter(each => !listeners.includes(each)))
      process.stdout.off('error', listener as () => void)
    process.argv = argv
    process.exitCode = exitCode
    process.chdir(before)
  }
}

/** Both ways of printing; Vitest has a console of its own. */
const catchPrinted = (printed: { stdout: string; stderr: string }): (() => void) => {
  const { log, error } = console
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write }
  const take = (to: 'stdout' | 'stderr') => (text: unknown) => {
    printed[to] += text
    return true
  }
  console.log = (...words) => void take('stdout')(`${format(...words)}\n`)
  console.error = (...words) => void take('stderr')(`${format(...words)}\n`)
  for (const to of ['stdout', 'stderr'] as const) process[to].write = take(to)
  return () => {
    Object.assign(console, { log, error })
    for (const to of ['stdout', 'stderr'] as const) process[to].write = writes[to]
  }
}
