// What was made of pictures, on the disk: it outlives builds and the store, and any of it may go at any time.
//
// The key is a digest of the original, the settings and the versions of the encoders. The folder belongs to
// no store and to no edition, and any of it may be deleted or copied from another machine.

import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../system/digest.ts'
import { readBytes, writeFile } from '../system/files.ts'

/** Relative to the site's root. */
export const picturesFolder = '.dateline/pictures'

export type KeptPicture = {
  /** Relative to the site's root. */
  readonly file: string
  readonly digest: string
}

export type PictureCache = {
  /** Null when it is not there, or damaged: then it is taken away. */
  readonly find: (key: string, name: string) => KeptPicture | null
  readonly keep: (key: string, name: string, content: string | Uint8Array) => KeptPicture
}

/**
 * `key` names the original and the encoding settings, `name` one thing that was made of it: `<key>/640.avif.<digest>`. A file appears by a
 * rename, and its name tells whether it is whole.
 */
export const createPictureCache = (root: string): PictureCache => ({
  find: (key, name) => {
    const folder = `${picturesFolder}/${key}`
    for (const entry of namesIn(join(root, folder))) {
      if (!entry.startsWith(`${name}.`)) continue
      const file = `${folder}/${entry}`
      const digest = entry.slice(name.length + 1)
      if (digestOf(readBytes(join(root, file))) === digest) return { file, digest }
      rmSync(join(root, file), { force: true })
    }
    return null
  },
  keep: (key, name, content) => {
    const digest = digestOf(content)
    const folder = `${picturesFolder}/${key}`
    const file = `${folder}/${name}.${digest}`
    const scratch = join(root, folder, `.${name}.${process.pid}`)
    writeFile(scratch, content)
    renameSync(scratch, join(root, file))
    return { file, digest }
  },
})

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
