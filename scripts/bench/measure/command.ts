// Runs one whole process to its end: how long it took, or why it failed.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { failure, type Result, success } from '../../../src/domain/result.ts'

export type Command = { readonly program: string; readonly args: readonly string[]; readonly cwd: string }

type Finished = {
  /** Seconds. */
  readonly wall: number
}

/** A process that takes longer is ended, and fails. */
const patience = 30 * 60 * 1000
const longestReason = 600

const running = new Set<number>()

/** Kills all processes that were started here, with their children. */
export const killRunning = (): void => {
  for (const pid of running) process.kill(-pid, 'SIGKILL')
}

/** `onStart` gets the process id. Fails with the end of what the process printed, or with its fatal error. */
export const runToEnd = (
  command: Command,
  onStart: (pid: number) => void = () => {},
): Promise<Result<Finished, string>> =>
  new Promise(resolve => {
    const start = performance.now()
    const child = begin(command)
    const lastWords = listenTo(child)
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
      else resolve(failure(`ended with ${code ?? signal}: ${lastWords()}`))
    })
    if (child.pid === undefined) return
    running.add(child.pid)
    onStart(child.pid)
  })

type Child = ChildProcessByStdio<null, Readable, Readable>

const begin = ({ program, args, cwd }: Command): Child =>
  spawn(program, args, {
    cwd,
    env: { ...process.env, DATELINE_NOW: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a process and its children end together.
    detached: true,
  })

/** Returns what the process printed last, or the fatal error that Node prints before a trace of its own code. */
const listenTo = ({ stdout, stderr }: Child): (() => string) => {
  let said = ''
  let fatal: string | undefined
  const hear = (text: Buffer) => {
    const heard = said + text.toString()
    fatal ??= /^FATAL ERROR: (.+)\n/m.exec(heard)?.[1]
    said = heard.slice(-longestReason)
  }
  stdout.on('data', hear)
  stderr.on('data', hear)
  return () => fatal ?? said.trim()
}
