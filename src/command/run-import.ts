// The import as a command: its words in, its report and exit code out.

import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { failure, type Result, success } from '../domain/result.ts'
import { type ImportOptions, importArchive } from '../import/import-archive.ts'
import { readTargetSite } from '../import/read-target-site.ts'
import { shortReport } from '../import/report.ts'
import { toKey } from '../import/text/to-key.ts'
import { isZone } from '../time/is-zone.ts'
import { readNow } from './read-now.ts'

/** Printed by --help. */
export const importHelp = `Takes an archive of markdown news (Hugo, Jekyll, Eleventy) over into the site in this folder.

npm run import -- --from <folder> [flags]
  --from <folder>             the old site, or its folder of posts
  --zone <zone>               IANA zone of times without an offset; default: the old site's own, else the one in _data/site.yaml
  --to <folder>               the site to write to; default: this folder
  --section <key>             section of stories whose category is unknown; default: the first section
  --map <old>=<new>           a category of the old site and its section here; may be given again
  --base <origin>             the old site's address: links to what was not imported lead there
  --permalink <form>          the old site's addresses, such as /:year/:month/:day/:title/
  --dry-run                   only report
  --help                      show this text

No code of the archive is run, no story that stands here is written over. Every file is in the report,
which is also written to import-report.md. Exit status 0: every file is taken or reported; 2: wrong usage.`

const text = { type: 'string' } as const

/** For node:util's parseArgs. */
export const importFlags = {
  from: text,
  zone: text,
  to: text,
  section: text,
  base: text,
  permalink: text,
  map: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
} as const

export type CommandResult = { readonly output: string; readonly exitCode: 0 | 2 }

/** `folder` is where the command was given. */
export const runImport = (words: ImportWords, folder: string): CommandResult => {
  const options = toOptions(words, folder)
  if (!options.ok)
    return { output: `${options.fault}\nnpm run import -- --help shows how to use it.`, exitCode: 2 }
  const report = importArchive(options.value)
  const near = (path: string) => relative(folder, path) || '.'
  return { output: shortReport({ ...report, from: near(report.from), to: near(report.to) }), exitCode: 0 }
}

export type ImportWords = {
  readonly from?: string | undefined
  readonly zone?: string | undefined
  readonly to?: string | undefined
  readonly section?: string | undefined
  readonly base?: string | undefined
  readonly permalink?: string | undefined
  readonly map?: readonly string[] | undefined
  readonly 'dry-run'?: boolean | undefined
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const toOptions = (words: ImportWords, folder: string): Result<ImportOptions, string> => {
  if (words.from === undefined) return failure('Say which folder to import: --from <folder>.')
  const from = resolve(folder, words.from)
  const to = resolve(folder, words.to ?? '.')
  if (!existsSync(from)) return failure(`There is no folder or file ${words.from} to import from.`)
  if (!isFolder(to)) return failure(`There is no folder ${words.to} to import into.`)
  if (from === to)
    return failure('The archive and the site are the same folder; name another with --from or --to.')
  const site = readTargetSite(to)
  const zone = words.zone ?? site.timezone
  if (zone === null)
    return failure('There is no timezone in _data/site.yaml here; say one with --zone Europe/Berlin.')
  if (!isZone(zone))
    return failure(`There is no time zone ${zone}; write an IANA name such as Europe/Berlin.`)
  const keys = site.sections.map(section => section.key)
  const section = words.section ?? keys[0]
  if (section === undefined)
    return failure('There is no _data/sections.yaml here; run the import in the folder of the site.')
  const wrong = (words.map ?? []).find(pair => !/^[^=]+=[^=]+$/.test(pair))
  if (wrong !== undefined) return failure(`--map ${wrong} is not of the form old=new.`)
  const unknown = [section, ...mapOf(words.map).values()].find(key => !keys.includes(key))
  if (unknown !== undefined)
    return failure(`There is no section ${unknown}; the sections are ${keys.join(', ')}.`)
  const base = words.base?.replace(/\/+$/, '') ?? null
  if (base !== null && !/^https?:\/\/[^/\s]+$/.test(base))
    return failure(`--base ${words.base} is not an origin such as https://old.example.`)
  return success({
    from,
    to,
    zone,
    isZoneStated: words.zone !== undefined,
    now: readNow(undefined),
    site,
    section,
    base,
    map: mapOf(words.map),
    pattern: words.permalink ?? null,
    isDryRun: words['dry-run'] ?? false,
  })
}

const mapOf = (pairs: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(
    pairs.map(pair => pair.split('=', 2)).map(([old = '', key = '']) => [toKey(old) || old, key.trim()]),
  )
