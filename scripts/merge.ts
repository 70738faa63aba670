// npm run merge: joins shares that were rendered apart into one publish.

import { createProgressLine } from '../src/command/progress-line.ts'
import { changesOnlyHelp, readFolder } from '../src/command/read-folder.ts'
import { formatHelp, readFormat } from '../src/command/read-format.ts'
import { readWait, waitHelp } from '../src/command/read-wait.ts'
import { reportPublish } from '../src/command/report-publish.ts'
import { searchAfter } from '../src/command/report-search.ts'
import { runCommand } from '../src/command/run-command.ts'
import { CalledWrongly } from '../src/domain/called-wrongly.ts'
import { mergeShares } from '../src/pipeline/merge-shares.ts'
import { removeShares, sharesAt } from '../src/pipeline/share.ts'
import { forReaders } from '../src/store/edition.ts'
import { whenUnlocked } from '../src/store/run-locks.ts'

await runCommand({
  help: `Joins the shares of npm run build -- --shard=1/3 … into one publish.

npm run merge -- [folders] [flags]
  <folders>                   one folder for each share (default: all in .dateline/shares/, removed afterwards)
  ${changesOnlyHelp}
  --strict                    publish nothing while any story has problems (default: all but that story)
  --allow-lost                addresses that readers know may come to lead nowhere
  --no-search                 leave the search index to npm run search
  ${waitHelp}
  ${formatHelp}
  --help                      show this text`,
  options: {
    wait: { type: 'string' },
    format: { type: 'string' },
    'changes-only': { type: 'string' },
    strict: { type: 'boolean', default: false },
    'allow-lost': { type: 'boolean', default: false },
    'no-search': { type: 'boolean', default: false },
  },
  allowPositionals: true,
  run: async ({ values, words }) => {
    const format = readFormat(values.format)
    const root = process.cwd()
    if (words.includes(''))
      throw new CalledWrongly('the name of a share is empty; write a folder, such as .dateline/shares/1-of-3')
    const folders = words.length > 0 ? words : sharesAt(root, forReaders)
    const progress = createProgressLine(process.stderr)
    const request = {
      root,
      edition: forReaders,
      named: null,
      isStrict: values.strict,
      losesAddresses: values['allow-lost'],
    }
    const into = readFolder(values['changes-only'])
    const merge = () => mergeShares(request, folders, into, progress.report)
    const built = await whenUnlocked(merge, readWait(values.wait)).finally(progress.clear)
    if (built.ok && words.length === 0) removeShares(root, forReaders)
    const status = reportPublish(built, format, into)
    const print = format === 'text' ? console.log : () => {}
    if (built.ok && built.value.isSearchDue) await searchAfter(request, into, values['no-search'], print)
    return status
  },
})
