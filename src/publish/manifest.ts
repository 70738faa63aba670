// What is published: each file and its digest. It can be lost: then files that are no longer made count as foreign.

import { exists, readText } from '../system/files.ts'

export type Manifest = Readonly<Record<string, string>>

export const readManifest = (file: string): Manifest => {
  if (!exists(file)) return {}
  try {
    const read: unknown = JSON.parse(readText(file) ?? '{}')
    const entries = Object.entries(typeof read === 'string' ? {} : (read ?? {}))
    // What it names may be removed, so a damaged one must not lead out of the published folder.
    return Object.fromEntries(entries.filter(([name]) => !name.split('/').includes('..')))
  } catch {
    return {}
  }
}
