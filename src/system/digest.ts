// What tells two contents apart.

import { createHash } from 'node:crypto'

/** 32 hexadecimal digits. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32)
