// Watches the site's files and reports each that changes.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { watch } from 'chokidar'
import { configFile, contentFolder, dataFolder, layoutFolder } from '../domain/site-paths.ts'
import { plainReason } from '../system/explain-disk-fault.ts'

const watched = [contentFolder, dataFolder, layoutFolder, configFile]

/** Files that text editors write only for a moment while they save. */
const temporary = /~$|\.sw[a-z]$|\.tmp$|(?:^|[/\\])(?:\.#|\.DS_Store$|4913$)/

/** chokidar reports no further change of a file for 50 ms, whatever is written meanwhile. */
const quiet = 60

export type Watcher = { readonly close: () => Promise<void> }

/** Returns once every file is watched. `onChange` gets paths relative to `root`, with forward slashes. */
export const watchSite = async (root: string, onChange: (file: string) => void): Promise<Watcher> => {
  const watcher = watch(watched, { cwd: root, ignoreInitial: true, ignored: temporary })
  const report = (file: string) => {
    const seen = stampOf(join(root, file))
    onChange(file.replaceAll('\\', '/'))
    setTimeout(() => {
      if (stampOf(join(root, file)) !== seen) report(file)
    }, quiet).unref()
  }
  watcher.on('all', (_event, file) => report(file))
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', () => resolve())
    watcher.once('error', reject)
  })
  // What it cannot watch is found by the next build that looks for itself.
  watcher.on('error', error => console.error(plainReason(error, root)))
  return watcher
}

const stampOf = (path: string): string | null => {
  try {
    const { mtimeMs, ctimeMs, ino, size } = statSync(path)
    return `${mtimeMs} ${ctimeMs} ${ino} ${size}`
  } catch {
    return null
  }
}
