// Calls back when an instant has come, such as the one at which a held story is released.

import type { Instant } from '../domain/instant.ts'

type DueTimer = {
  /** Replaces the instant waited for; null waits for none. */
  readonly aim: (due: Instant | null) => void
}

/** Timers stand still while a laptop sleeps, and cannot count further than 24 days: look at the clock now and then. */
const longestWait = 30_000

/** It does not keep the process alive. */
export const createDueTimer = (readNow: () => Instant, onDue: () => void): DueTimer => {
  let timer: NodeJS.Timeout | undefined
  const aim = (due: Instant | null) => {
    clearTimeout(timer)
    if (due === null) return
    const wait = Math.max(0, Math.min(due - readNow(), longestWait))
    timer = setTimeout(() => (readNow() >= due ? onDue() : aim(due)), wait)
    timer.unref()
  }
  return { aim }
}
