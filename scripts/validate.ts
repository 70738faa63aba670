// npm run validate: are all stories and the site data sound? Nothing is built.

import { formatHelp, readFormat } from '../src/command/read-format.ts'
import { runCommand } from '../src/command/run-command.ts'
import { isError } from '../src/domain/problem.ts'
import { readNewsroom } from '../src/prepare.ts'
import { printProblems } from '../src/problems/print-problems.ts'

await runCommand({
  help: `Checks every story and the site data, and builds nothing.

npm run validate -- [flags]
  ${formatHelp}
  --help                      show this text`,
  options: { format: { type: 'string' } },
  run: ({ values }) => {
    const format = readFormat(values.format)
    const valid = readNewsroom(process.cwd())
    const problems = valid.ok ? valid.value.warnings : valid.fault
    if (format !== 'text' || problems.length > 0) console.log(printProblems(problems, format))
    if (valid.ok && format === 'text')
      console.log(`${valid.value.newsroom.stories.length} stories are sound.`)
    return problems.some(isError) ? 1 : 0
  },
})
