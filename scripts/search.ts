// npm run search: updates the search index to the last publish.

import { resolve } from 'node:path'
import { changesOnlyHelp, readFolder } from '../src/command/read-folder.ts'
import { readNow } from '../src/command/read-now.ts'
import { reportSearch } from '../src/command/report-search.ts'
import { runCommand } from '../src/command/run-command.ts'
import { beginChangesFolder } from '../src/publish/changes-folder.ts'
import { forReaders } from '../src/store/edition.ts'
import { rfc3339 } from '../src/time/wire-time.ts'

await runCommand({
  help: `Updates the search index to the last publish, after a build with --no-search or one that was interrupted.

npm run search -- [flags]
  ${changesOnlyHelp}
  --help                      show this text`,
  options: { 'changes-only': { type: 'string' } },
  run: async ({ values }) => {
    const folder = readFolder(values['changes-only'])
    if (folder !== null) beginChangesFolder(resolve(folder), rfc3339(readNow(undefined), 'UTC'))
    const into = folder === null ? null : { folder, isBegun: false }
    const isDone = await reportSearch({ root: process.cwd(), edition: forReaders, into }, console.log)
    return isDone ? 0 : 1
  },
})
