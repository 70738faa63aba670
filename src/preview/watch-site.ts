// Tells which of the site's files change.

import { watch } from 'chokidar'

const watched = ['content', '_data', '_includes', '.eleventy.js']

/** What text editors leave lying about while they save. */
const passing = /~$|\.sw[a-z]$|\.tmp$|(?:^|[/\\])(?:\.#|\.DS_Store$|4913$)/

export type Watcher = { readonly close: () => Promise<void> }

/** Returns once every file is watched. `onChange` gets paths relative to `root`, with forward slashes. */
export const watchSite = async (root: string, onChange: (file: string) => void): Promise<Watcher> => {
  const watcher = watch(watched, { cwd: root, ignoreInitial: true, ignored: passing })
  watcher.on('all', (_event, file) => onChange(file.replaceAll('\\', '/')))
  await new Promise<void>(resolve => watcher.once('ready', () => resolve()))
  return watcher
}
