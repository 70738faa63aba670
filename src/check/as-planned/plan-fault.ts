// A file for machines that lists, or leads to, something else than was planned.

import type { PageFault } from '../page-fault.ts'

export const planFault = (message: string, offset: number): PageFault => ({
  code: 'run-not-as-planned',
  message,
  hint: 'correct the layout of this page',
  offset,
})
