// What tells two contents apart.

import { createHash } from 'node:crypto'

/** 32 hexadecimal digits. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32)

/** As a content security policy names a text: "sha256-" and base64 (CSP level 3, 2.3.1). */
export const hashForPolicy = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`
