// What git-lfs leaves in the place of a file that is not on this machine.

import type { Fault } from '../domain/problem.ts'

export const lfsPointerCode = 'file-lfs-pointer'

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const beginning = 'version https://git-lfs.github.com/spec/'

export const isLfsPointer = (head: Buffer | string): boolean => head.toString().startsWith(beginning)

export const lfsPointer = (file: string): Fault => ({
  code: lfsPointerCode,
  message: `${file} is only a pointer of git-lfs: the file itself is not on this machine`,
  hint: 'type: git lfs install && git lfs pull',
})
