// What a publish that the disk stopped half way says: on which path, why, how things stand, and what to do.

import { shownPath } from './shown-path.ts'

/** One plain line; the error of the disk is its cause. */
export const describeStop = (
  error: unknown,
  path: string,
  { done, all }: { readonly done: number; readonly all: number },
): Error => {
  const { code = '', message } = error as NodeJS.ErrnoException
  const { why, remedy } = reasons[code] ?? { why: message, remedy: 'mend that' }
  return new Error(
    `publishing stopped at ${shownPath(path)}: ${why}. ${done} of ${all} steps are done and every page is whole, old or new; ${remedy} and build again, which finishes it`,
    { cause: error },
  )
}

const full = { why: 'the disk is full', remedy: 'make room' }
const forbidden = { why: 'this user may not write there', remedy: 'give the right to' }

const reasons: Readonly<Record<string, { readonly why: string; readonly remedy: string }>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: { why: 'the disk is read-only', remedy: 'make it writable' },
  EACCES: forbidden,
  EPERM: forbidden,
  EBUSY: { why: 'another program holds it', remedy: 'close that' },
  EISDIR: { why: 'a folder stands there', remedy: 'remove it' },
  ENOTDIR: { why: 'a file stands where a folder must be', remedy: 'remove it' },
  EEXIST: { why: 'a file stands where a folder must be', remedy: 'remove it' },
}
