// One whole process, run to its end: how long it took, and what it said if it failed.

import { spawn } from 'node:child_process'
import { failure, type Result, success } from '../../../src/domain/result.ts'

export type Command = { readonly program: string; readonly args: readonly string[]; readonly cwd: string }

export type Finished = {
  /** Seconds. */
  readonly wall: number
}

/** Whatever takes longer has lost. */
const patience = 30 * 60 * 1000
const longestReason = 600

const running = new Set<number>()

/** Ends what has been started and all its children, at once. */
export const killRunning = (): void => {
  for (const pid of running) process.kill(-pid, 'SIGKILL')
}

/** `onStart` is told the process id. Fails with the end of what the process printed, or what was fatal. */
export const runToEnd = (
  { program, args, cwd }: Command,
  onStart: (pid: number) => void = () => {},
): Promise<Result<Finished, string>> =>
  new Promise(resolve => {
    const start = performance.now()
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, DATELINE_NOW: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a process and its children end together.
      detached: true,
    })
    let said = ''
    /** What Node says before it prints the places in its own code. */
    let fatal: string | undefined
    const hear = (text: Buffer) => {
      const heard = said + text.toString()
      fatal ??= /^FATAL ERROR: (.+)\n/m.exec(heard)?.[1]
      said = heard.slice(-longestReason)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      killRunning()
    }, patience)
    let wall = 0
    child.on('exit', () => {
      if (child.pid !== undefined) running.delete(child.pid)
      wall = (performance.now() - start) / 1000
    })
    child.on('error', error => {
      clearTimeout(timer)
      resolve(failure(error.message))
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) resolve(success({ wall }))
      else if (isLate) resolve(failure(`not done after ${patience / 60_000} minutes`))
      else resolve(failure(`ended with ${code ?? signal}: ${fatal ?? said.trim()}`))
    })
    if (child.pid === undefined) return
    running.add(child.pid)
    onStart(child.pid)
  })
