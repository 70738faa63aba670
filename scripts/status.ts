// npm run status: how the newsroom stands, as the last publish knows.

import { nowOfStatusHelp, readNow } from '../src/command/read-now.ts'
import { readWait, waitHelp } from '../src/command/read-wait.ts'
import { type ExitStatus, runCommand } from '../src/command/run-command.ts'
import { statusAsJson, statusReport } from '../src/command/status-report.ts'
import { CalledWrongly } from '../src/domain/called-wrongly.ts'
import { statusOf } from '../src/pipeline/status.ts'
import { forReaders } from '../src/store/edition.ts'
import { whenUnlocked } from '../src/store/run-locks.ts'

await runCommand({
  help: `Lists drafts, held stories, what happened today, what was kept back and why, and what falls due. Builds nothing.

npm run status -- [flags]
  ${nowOfStatusHelp}
  --format=text|json          how to print it (default: text)
  ${waitHelp}
  --help                      show this text`,
  options: { now: { type: 'string' }, format: { type: 'string', default: 'text' }, wait: { type: 'string' } },
  run: async ({ values: { now: asked, format, wait } }): Promise<ExitStatus> => {
    if (format !== 'text' && format !== 'json')
      throw new CalledWrongly(`--format is “${format}”; write text or json`)
    const now = readNow(asked)
    const request = { root: process.cwd(), now, edition: forReaders, named: null, isAll: false }
    const status = await whenUnlocked(() => statusOf(request), readWait(wait))
    console.log(format === 'json' ? statusAsJson(status) : statusReport(status, now))
    return 0
  },
})
