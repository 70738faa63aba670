// The flag --wait: for how long a run waits for another that is building in the same folder.

import { CalledWrongly } from '../domain/called-wrongly.ts'
import type { Patience } from '../store/run-locks.ts'

/** Longer than an ordinary build, shorter than the pauses between runs of cron. */
const usual = 60

export const waitHelp = `--wait=<seconds>            how long to wait for another build that is running here (default: ${usual}; 0: not at all)`

/** Throws a plain message for anything but seconds. Says once on stderr that the run waits. */
export const readWait = (word: string | undefined): Patience => {
  if (word !== undefined && !/^\d{1,6}$/.test(word))
    throw new CalledWrongly(`--wait is “${word}”; write seconds, such as --wait=600, or --wait=0 not to wait`)
  const seconds = Number(word ?? usual)
  return {
    seconds,
    onWait: ({ holder }) =>
      console.error(`another build is running here (${holder}): waiting for it, for up to ${seconds} s`),
  }
}
