// npm run build, once loaded: its flags and what each of them does.

import type { AskedGit } from '../changes/git-archive.ts'
import { build } from '../pipeline/build.ts'
import { dryRun, nextDueAt } from '../pipeline/dry-run.ts'
import { renderShare } from '../pipeline/share.ts'
import { forReaders } from '../store/edition.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { describePlan } from './describe-plan.ts'
import { createProgressLine } from './progress-line.ts'
import { formatHelp, readFormat } from './read-format.ts'
import { nowHelp, readNow } from './read-now.ts'
import { readShare } from './read-share.ts'
import { runCommand } from './run-command.ts'
import { tellBuilt } from './tell-built.ts'
import { tellProblems } from './tell-problems.ts'
import { searchAfter } from './tell-search.ts'

/** `git`: what was asked while this was loading. */
export const runBuild = (git: AskedGit | undefined): Promise<void> =>
  runCommand({
    help: `Builds the site: content/ → _site/. Only what changed is made again, and nothing is published unless every check passes.

npm run build -- [flags]
  ${nowHelp}
  --changed=<file>            only this file or folder of content/ changed since; may be repeated (default: find out)
  --all                       make every page again
  --dry-run                   print what would be made, and why
  --next                      print when the next build is due by the clock; exit status 3 when never
  --changes-only=<folder>     put only what changed into this folder, with changes.json, instead of _site/
  --shard=<i>/<n>             render one share of the pages, for npm run merge
  --no-search                 leave the search index as it is, for npm run search
  ${formatHelp}
  --help                      show this text`,
    options: {
      now: { type: 'string' },
      changed: { type: 'string', multiple: true },
      all: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      next: { type: 'boolean', default: false },
      'changes-only': { type: 'string' },
      shard: { type: 'string' },
      'no-search': { type: 'boolean', default: false },
      format: { type: 'string' },
    },
    run: async ({ values }) => {
      const format = readFormat(values.format)
      const now = readNow(values.now)
      const call = {
        root: process.cwd(),
        now,
        edition: forReaders,
        named: values.changed ?? null,
        isAll: values.all,
        git,
      }
      if (values.next) {
        const next = await nextDueAt(call.root, call.edition, now)
        if (next) console.log(rfc3339(next.at, next.timezone))
        return next ? 0 : 3
      }
      if (values['dry-run']) {
        const planned = await dryRun(call)
        if (!planned.ok) return tellProblems(planned.fault, format, 'Nothing could be planned.')
        console.log(describePlan(planned.value))
        return 0
      }
      const into = values['changes-only'] ?? null
      if (values.shard !== undefined && into !== null)
        throw new Error('--shard publishes nothing; give --changes-only to npm run merge')
      const progress = createProgressLine(process.stderr)
      if (values.shard !== undefined) {
        const share = readShare(values.shard)
        const rendered = await renderShare(call, share, progress.show).finally(progress.clear)
        if (!rendered.ok) return tellProblems(rendered.fault, format, 'This share cannot be published.')
        console.log(`${rendered.value.pages} pages rendered into ${rendered.value.folder}`)
        return 0
      }
      const built = await build(call, progress.show, into).finally(progress.clear)
      const status = tellBuilt(built, format, into)
      const print = format === 'text' ? console.log : () => {}
      if (built.ok && built.value.isSearchDue) await searchAfter(call, into, values['no-search'], print)
      return status
    },
  })
