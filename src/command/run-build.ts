// npm run build, once loaded: its flags and what each of them does.

import type { BuildRequest } from '../changes/find-changes.ts'
import type { AskedGit } from '../changes/git-archive.ts'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import type { ProblemFormat } from '../domain/print-problems.ts'
import { acknowledge } from '../pipeline/acknowledge.ts'
import { build } from '../pipeline/build.ts'
import { dryRun, nextDueAt } from '../pipeline/dry-run.ts'
import { renderShare } from '../pipeline/render-share.ts'
import { forReaders } from '../store/edition.ts'
import { whenUnlocked } from '../store/run-locks.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { createProgressLine } from './progress-line.ts'
import { changesOnlyHelp, readFolder } from './read-folder.ts'
import { formatHelp, readFormat } from './read-format.ts'
import { nowHelp, readNow } from './read-now.ts'
import { readShare } from './read-share.ts'
import { readWait, waitHelp } from './read-wait.ts'
import { reportPlan } from './report-plan.ts'
import { reportProblems } from './report-problems.ts'
import { reportPublish } from './report-publish.ts'
import { searchAfter } from './report-search.ts'
import { type ExitStatus, type FlagValues, runCommand } from './run-command.ts'

const help = `Builds the site: content/ → _site/. A build makes only what changed, and publishes only if every check passes.

npm run build -- [flags]
  ${nowHelp}
  --changed=<file>            only this file or folder changed since the last build; repeatable (default: find out)
  --all                       make every page again
  --strict                    publish nothing while any story has problems (default: all but that story)
  --dry-run                   print what would be made, and why; publish nothing
  --allow-lost                addresses that readers know may come to lead nowhere
  --next                      print when the next build is due; exit status 3 if none is
  ${changesOnlyHelp}
  --delivered                 readers have what --changes-only put into the folder; until then the next one holds it too
  --shard=<i>/<n>             render share i of n, for npm run merge to join; publish nothing
  --no-search                 leave the search index to npm run search
  ${waitHelp}
  ${formatHelp}
  --help                      show this text`

const options = {
  now: { type: 'string' },
  changed: { type: 'string', multiple: true },
  all: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  'allow-lost': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  next: { type: 'boolean', default: false },
  'changes-only': { type: 'string' },
  delivered: { type: 'boolean', default: false },
  shard: { type: 'string' },
  'no-search': { type: 'boolean', default: false },
  wait: { type: 'string' },
  format: { type: 'string' },
} as const

/** `git`: what was asked while this was loading. */
export const runBuild = (git: AskedGit | undefined): Promise<void> =>
  runCommand({
    help,
    options,
    run: ({ values }) => {
      const format = readFormat(values.format)
      const into = readFolder(values['changes-only'])
      refuseMixed(values)
      const callNow = (waited: boolean): BuildRequest => ({
        root: process.cwd(),
        now: readNow(values.now),
        edition: forReaders,
        named: values.changed ?? null,
        isAll: values.all,
        isStrict: values.strict,
        losesAddresses: values['allow-lost'],
        // What git said before the wait may be true no more.
        git: waited ? undefined : git,
      })
      const run = (waited: boolean): Promise<ExitStatus> => {
        const call = callNow(waited)
        if (values.delivered) return printDelivered(call, values)
        if (values.next) return printNextDue(call)
        if (values['dry-run']) return dryRun(call, into).then(planned => reportPlan(planned, format, into))
        if (values.shard !== undefined) return makeShare(call, values.shard, into, format)
        return publish(call, into, values, format)
      }
      return whenUnlocked(run, readWait(values.wait))
    },
  })

const refuseMixed = (flags: Flags): void => {
  const [one, other] = (['next', 'dry-run', 'shard'] as const).filter(
    name => flags[name] !== undefined && flags[name] !== false,
  )
  if (other !== undefined)
    throw new CalledWrongly(`--${one} and --${other} exclude each other; write one of them`)
  if (flags.changed?.some(name => name.trim() === ''))
    throw new CalledWrongly('--changed is empty; write a file or folder, such as --changed=content/stories/')
}

const printDelivered = async ({ root, edition }: BuildRequest, flags: Flags): Promise<ExitStatus> => {
  const { delivered, wait: _wait, ...others } = flags
  const [other] = Object.entries(others).find(([, value]) => value !== undefined && value !== false) ?? []
  if (delivered && other !== undefined)
    throw new CalledWrongly(
      `--delivered builds nothing; run it without --${other}, once readers have the files`,
    )
  const count = await acknowledge(root, edition)
  console.log(
    count === 0
      ? 'nothing was waiting to be delivered'
      : `${count} ${count === 1 ? 'file is' : 'files are'} noted as delivered`,
  )
  return 0
}

const printNextDue = async ({ root, edition, now }: BuildRequest): Promise<ExitStatus> => {
  const next = await nextDueAt(root, edition, now)
  if (next) console.log(rfc3339(next.at, next.timezone))
  return next ? 0 : 3
}

type Flags = FlagValues<typeof options>

const makeShare = async (
  call: BuildRequest,
  shard: string,
  into: string | null,
  format: ProblemFormat,
): Promise<ExitStatus> => {
  if (into !== null)
    throw new CalledWrongly('--shard publishes nothing; give --changes-only to npm run merge')
  const progress = createProgressLine(process.stderr)
  const rendered = await renderShare(call, readShare(shard), progress.report).finally(progress.clear)
  if (!rendered.ok)
    return reportProblems(rendered.fault, format, 'This share was not made: fix the errors, then try again.')
  console.log(`${rendered.value.pages} pages rendered into ${rendered.value.folder}`)
  return 0
}

const publish = async (
  call: BuildRequest,
  into: string | null,
  flags: Flags,
  format: ProblemFormat,
): Promise<ExitStatus> => {
  const progress = createProgressLine(process.stderr)
  const built = await build(call, progress.report, into).finally(progress.clear)
  const status = reportPublish(built, format, into)
  const print = format === 'text' ? console.log : () => {}
  if (built.ok && built.value.isSearchDue) await searchAfter(call, into, flags['no-search'], print)
  return status
}
