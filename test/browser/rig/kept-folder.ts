// What tests make for people to look at: printed stories, pictures of pages.

import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file's path in a folder that is there. */
export const keptFile = (name: string): string => {
  const folder = join(tmpdir(), 'dateline-pages')
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}
