// npm run build: content/ → _site/, checked.

import { build } from '../src/build.ts'
import { describeBuild } from '../src/command/describe-build.ts'
import { createProgressLine } from '../src/command/progress-line.ts'
import { formatHelp, readFormat } from '../src/command/read-format.ts'
import { nowHelp, readNow } from '../src/command/read-now.ts'
import { runCommand } from '../src/command/run-command.ts'
import { printProblems } from '../src/problems/print-problems.ts'

await runCommand({
  help: `Builds the site: content/ → _site/. Nothing is published unless every check passes.

npm run build -- [flags]
  ${nowHelp}
  ${formatHelp}
  --help                      show this text`,
  options: { now: { type: 'string' }, format: { type: 'string' } },
  run: async ({ values }) => {
    const format = readFormat(values.format)
    const progress = createProgressLine(process.stderr)
    const built = await build(process.cwd(), readNow(values.now), progress.show).finally(progress.clear)
    if (!built.ok) {
      console.log(printProblems(built.fault, format))
      if (format === 'text') console.error('\nNothing was published: _site/ is as it was.')
      return 1
    }
    if (format !== 'text' || built.value.warnings.length > 0)
      console.log(printProblems(built.value.warnings, format))
    if (format === 'text') console.log(describeBuild(built.value))
    return 0
  },
})
