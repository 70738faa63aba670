// What is published: each file and its digest. It can be lost: then files that are no longer made count as foreign.

import { exists, readText } from '../system/files.ts'

export type Manifest = Readonly<Record<string, string>>

export const readManifest = (file: string): Manifest => {
  if (!exists(file)) return {}
  try {
    return JSON.parse(readText(file) ?? '{}') as Manifest
  } catch {
    return {}
  }
}
