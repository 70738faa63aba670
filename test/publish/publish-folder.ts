// A place to publish in: a staging folder, a published one and a manifest, all of them temporary.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Published, publish } from '../../src/publish/publish.ts'
import { exists, listFiles } from '../../src/system/files.ts'
import type { Files } from '../rig/site-folder.ts'

export type PublishFolder = {
  readonly staging: string
  readonly published: string
  readonly manifestFile: string
  readonly withheld: readonly string[]
  /** Puts a whole site where `publish` takes it from. */
  readonly stage: (site: Files) => void
  readonly publish: (site: Files) => Published
  /** What readers find. */
  readonly files: () => Files
  readonly has: (file: string) => boolean
  /** Writes into the published folder by hand. */
  readonly write: (file: string, text: string) => void
  readonly damageManifest: (text: string) => void
  readonly dispose: () => void
}

export const createPublishFolder = (): PublishFolder => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-publish-'))
  const folders = {
    staging: join(root, 'staging'),
    published: join(root, 'public'),
    manifestFile: join(root, 'state/manifest.json'),
    withheld: [],
  }
  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, 'latin1')
  }
  const stage = (site: Files) => {
    rmSync(folders.staging, { recursive: true, force: true })
    for (const [file, text] of Object.entries(site)) put(join(folders.staging, file), text)
  }
  return {
    ...folders,
    stage,
    publish: site => {
      stage(site)
      return publish(folders)
    },
    files: () =>
      Object.fromEntries(
        listFiles(folders.published).map(file => [
          file,
          readFileSync(join(folders.published, file), 'latin1'),
        ]),
      ),
    has: file => exists(join(folders.published, file)),
    write: (file, text) => put(join(folders.published, file), text),
    damageManifest: text => put(folders.manifestFile, text),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}
