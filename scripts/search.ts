// npm run search: updates the search index to the last publish.

import { resolve } from 'node:path'
import { readNow } from '../src/command/read-now.ts'
import { reportSearch } from '../src/command/report-search.ts'
import { runCommand } from '../src/command/run-command.ts'
import { beginChangesFolder } from '../src/publish/changes-folder.ts'
import { forReaders } from '../src/store/edition.ts'
import { rfc3339 } from '../src/time/wire-time.ts'

await runCommand({
  help: `Updates the search index to the last publish, after a build with --no-search or one that was interrupted.

npm run search -- [flags]
  --changes-only=<folder>     write only what changed, with changes.json, into this folder instead of _site/
  --help                      show this text`,
  options: { 'changes-only': { type: 'string' } },
  run: async ({ values }) => {
    const folder = values['changes-only']
    if (folder !== undefined) beginChangesFolder(resolve(folder), rfc3339(readNow(undefined), 'UTC'))
    const into = folder === undefined ? null : { folder, isBegun: false }
    const isDone = await reportSearch({ root: process.cwd(), edition: forReaders, into }, console.log)
    return isDone ? 0 : 1
  },
})
