// npm run validate: checks all stories and the site data, and builds nothing.

import { formatHelp, readFormat } from '../src/command/read-format.ts'
import { readNow } from '../src/command/read-now.ts'
import { runCommand } from '../src/command/run-command.ts'
import { printProblems } from '../src/domain/print-problems.ts'
import { isError } from '../src/domain/problem.ts'
import { checkAgainst } from '../src/pipeline/check-against.ts'
import { forReaders } from '../src/store/edition.ts'

await runCommand({
  help: `Checks every story and the site data. Builds nothing.

npm run validate -- [flags]
  --against=<revision>        find also silent edits and lost addresses since your branch left it: --against=origin/main
  ${formatHelp}
  --help                      show this text`,
  options: { against: { type: 'string' }, format: { type: 'string' } },
  run: async ({ values }) => {
    const format = readFormat(values.format)
    const now = readNow(undefined)
    const request = { root: process.cwd(), now, edition: forReaders, named: null, isAll: false }
    const { planned, problems, commit } = await checkAgainst(request, values.against ?? null)
    if (format !== 'text' || problems.length > 0) console.log(printProblems(problems, format))
    if (planned.ok && format === 'text') {
      const length = planned.value.tables.edits.get('stories')?.size ?? 0
      const valid = length === 1 ? '1 story is valid' : `${length} stories are valid`
      const held = commit === null ? '' : `; addresses and edits: held against commit ${commit.slice(0, 10)}`
      const more = commit === null ? '; edits and addresses of live stories with --against=<revision>' : ''
      console.log(`${valid}${held}; links are checked when the site is built${more}.`)
    }
    return problems.some(isError) ? 1 : 0
  },
})
