// A file for machines lists or leads to something else than was planned.

import type { PageFault } from '../page-fault.ts'

export const notAsPlanned = (message: string, offset: number): PageFault => ({
  code: 'run-not-as-planned',
  message,
  hint: 'mend the layout of this page',
  spot: { offset, words: '' },
})
