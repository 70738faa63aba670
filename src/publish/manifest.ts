// What is published: each file and its digest. It can be lost: then files that are no longer made count as foreign.

import { exists, readText, replaceFile } from '../system/files.ts'

/** Path below the published folder → digest. */
export type Manifest = Readonly<Record<string, string>>

/** Empty when there is none, or a damaged one. */
export const readManifest = (path: string): Manifest => {
  if (!exists(path)) return {}
  try {
    const { files } = JSON.parse(readText(path) ?? '') as { files: Manifest }
    // What it names may be removed, so a damaged one must not lead out of the published folder.
    return Object.fromEntries(Object.entries(files).filter(([name]) => !name.split('/').includes('..')))
  } catch {
    return {}
  }
}

/** `tzdata` says by which time-zone rules the pages were dated: they come with Node and change with it. */
export const writeManifest = (path: string, files: Manifest): void =>
  replaceFile(path, `${JSON.stringify({ tzdata: process.versions.tz, files }, null, 1)}\n`)
