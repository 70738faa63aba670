// Measures by GNU time, which asks the kernel (wait4) when the process has ended.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { success } from '../../../src/domain/result.ts'
import { runToEnd } from './command.ts'
import type { Meter } from './cost.ts'

/** Null when the program is not on this machine. */
export const findGnuTime = (): Meter | null => {
  const { stdout, stderr, error } = spawnSync('time', ['--version'], { encoding: 'utf8' })
  if (error !== undefined || !`${stdout}${stderr}`.includes('GNU')) return null
  return {
    name: 'GNU time',
    measure: async ({ program, args, cwd }) => {
      const folder = mkdtempSync(join(tmpdir(), 'dateline-time-'))
      const file = join(folder, 'cost')
      try {
        const flags = ['--format=%U %S %M', `--output=${file}`, '--', program, ...args]
        const finished = await runToEnd({ program: 'time', args: flags, cwd })
        if (!finished.ok) return finished
        const [user = 0, system = 0, kibibytes = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number)
        return success({ wall: finished.value.wall, cpu: user + system, memory: kibibytes * 1024 })
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  }
}
