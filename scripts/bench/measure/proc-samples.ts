// Measures by looking into /proc again and again: for Linux without GNU time. The last few milliseconds go unseen.

import { readdirSync, readFileSync } from 'node:fs'
import { success } from '../../../src/domain/result.ts'
import { runToEnd } from './command.ts'
import type { Meter } from './cost.ts'

const interval = 10
/** Linux tells times in hundredths of a second (USER_HZ). */
const ticksPerSecond = 100

type Seen = { readonly ticks: number; readonly memory: number }

export const procSamples: Meter = {
  name: 'samples of /proc',
  measure: async command => {
    const seen = new Map<number, Seen>()
    let timer: NodeJS.Timeout | undefined
    const finished = await runToEnd(command, pid => {
      timer = setInterval(() => sample(pid, seen), interval)
    })
    clearInterval(timer)
    if (!finished.ok) return finished
    const all = [...seen.values()]
    if (all.length === 0) return success({ wall: finished.value.wall, cpu: null, memory: null })
    return success({
      wall: finished.value.wall,
      cpu: all.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond,
      memory: Math.max(...all.map(({ memory }) => memory)),
    })
  },
}

/** Notes what a process and its children have used so far. */
const sample = (pid: number, seen: Map<number, Seen>): void => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const memory = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024
    // proc(5): the name, in brackets, may hold spaces; user and system time are fields 14 and 15.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (memory > 0) seen.set(pid, { memory, ticks: Number(fields[11]) + Number(fields[12]) })
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
      for (const child of children.split(' ').filter(Boolean)) sample(Number(child), seen)
    }
  } catch {
    // The process has ended meanwhile, or there is no /proc.
  }
}
