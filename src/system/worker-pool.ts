// Threads on every core for what is too much for one: they are started when they are first asked for.

import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'

export type WorkerPool = {
  readonly size: number
  /** `name`: a function of worker.ts. A thread that dies fails what it was asked. */
  readonly ask: <Task, Answer>(name: string, task: Task) => Promise<Answer>
}

/** The threads end with `work`. */
export const withWorkers = async <Value>(work: (workers: WorkerPool) => Promise<Value>): Promise<Value> => {
  const started: Promise<Tinypool>[] = []
  const size = Math.max(1, availableParallelism())
  try {
    return await work({
      size,
      ask: async (name, task) => {
        if (started.length === 0) started.push(start(size))
        return (await started[0])?.run(task, { name })
      },
    })
  } finally {
    for (const pool of started) await (await pool).destroy()
  }
}

const start = async (size: number): Promise<Tinypool> => {
  const { Tinypool } = await import('tinypool')
  return new Tinypool({
    // The name that it has in the compiled engine.
    filename: new URL('./worker.js', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: size,
    maxThreads: size,
    isolateWorkers: false,
  })
}
