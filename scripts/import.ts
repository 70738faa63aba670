// npm run import: imports an archive of markdown news into this site.

import { runCommand } from '../src/command/run-command.ts'
import { importFlags, importHelp, runImport } from '../src/command/run-import.ts'

await runCommand({
  help: importHelp,
  options: importFlags,
  run: ({ values }) => {
    const { output, exitCode } = runImport(values, process.cwd())
    if (exitCode === 0) console.log(output)
    else console.error(output)
    return exitCode
  },
})
