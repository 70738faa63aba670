// npm run merge: shares that were rendered apart → one publish.

import { describeBuild } from '../src/command/describe-build.ts'
import { createProgressLine } from '../src/command/progress-line.ts'
import { formatHelp, readFormat } from '../src/command/read-format.ts'
import { runCommand } from '../src/command/run-command.ts'
import { tellProblems } from '../src/command/tell-problems.ts'
import type { Instant } from '../src/domain/instant.ts'
import { forReaders } from '../src/edition.ts'
import { mergeShares, removeShares, sharesAt } from '../src/share.ts'

await runCommand({
  help: `Joins shares that npm run build -- --shard=1/3 … made into one publish.

npm run merge -- [folders] [flags]
  <folders>                   one for each share (default: all of .dateline/shares/, which then goes)
  --changes-only=<folder>     put only what changed into this folder, with changes.json, instead of _site/
  ${formatHelp}
  --help                      show this text`,
  options: { format: { type: 'string' }, 'changes-only': { type: 'string' } },
  allowPositionals: true,
  run: async ({ values, words }) => {
    const format = readFormat(values.format)
    const root = process.cwd()
    const folders = words.length > 0 ? words : sharesAt(root)
    const progress = createProgressLine(process.stderr)
    // The shares say what instant they are for.
    const call = { root, now: 0 as Instant, edition: forReaders, named: null, isAll: false }
    const into = values['changes-only'] ?? null
    const built = await mergeShares(call, folders, into, progress.show).finally(progress.clear)
    if (!built.ok) return tellProblems(built.fault, format, 'Nothing was published: _site/ is as it was.')
    if (words.length === 0) removeShares(root)
    if (format === 'text') console.log(describeBuild(built.value, into))
    return 0
  },
})
