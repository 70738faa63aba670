// `npm run import`: its flags in, its report and exit code out.

import { relative, resolve } from 'node:path'
import { failure, type Result, success } from '../domain/result.ts'
import { visibleText } from '../domain/visible-text.ts'
import { type ImportOptions, importArchive } from '../import/import-archive.ts'
import { namedPatterns, unknownWordIn } from '../import/links/url-pattern.ts'
import { readTargetSite, type TargetSite } from '../import/read-target-site.ts'
import { nothingFound } from '../import/report/nothing-found.ts'
import { shortReport } from '../import/report/short-report.ts'
import {
  isTagMeaning,
  type TagMeaning,
  type TagMeanings,
  tagKey,
  tagMeanings,
} from '../import/tags/tag-meanings.ts'
import { toKey } from '../import/text/to-key.ts'
import { dayOrderNames } from '../import/times/day-order.ts'
import { otherCalendars } from '../import/times/other-calendar.ts'
import { isZone } from '../time/is-zone.ts'
import { sitePath } from '../validate/fields.ts'
import { readImportFolders } from './read-import-folders.ts'
import { readNow } from './read-now.ts'

/** Printed by --help. */
export const importHelp = `Imports an archive of news (Hugo, Zola, Jekyll, Eleventy, Astro, markdown, WordPress, Ghost, feeds) into the site in this folder.

npm run import -- --from <folder> [flags]
  --from <folder>             the old site, its folder of posts, or the file or folder of an export
  --zone <zone>               time zone, such as Europe/Berlin, of times that name none; default: the old site's own, else that of _data/site.yaml
  --calendar <name>           another calendar that dates are written in, such as persian or islamic-umalqura
  --day-order <word>          day, month or year: what comes first in dates such as 1/2/2020; default: as other dates of the archive show
  --to <folder>               the site to write to; default: this folder
  --section <key>             section of stories whose category is unknown; default: the first section
  --map <old>=<new>           a category of the old site, or a pattern of paths such as blog/*, and its section here; may be repeated
  --map-field <old>=<new>     a field of the old site and its name here, such as topics=tags; may be repeated
  --base <origin>             the old site's address: links to pages that were not imported lead there
  --elsewhere <path>          what else lives at the new site's address, such as /shop/: links there stay; may be repeated
  --tag <name>=<meaning>      what a template tag of the old site stands for: ${tagMeanings.join(', ')}; may be repeated
  --permalink <pattern>       the old site's addresses, such as /:year/:month/:day/:title/
  --uploads <folder>          the files of an old WordPress site; default: uploads or wp-content/uploads beside the export
  --dry-run                   only report
  --help                      show this text

The import runs no code of the archive and never overwrites what an editor changed. It reports on every item, here, in
import-report.md and in import-report.json. Run again, it changes only what changed in the archive. Exit status 0: every file is imported or reported; 2: wrong usage.`

const text = { type: 'string' } as const

/** For node:util's parseArgs. */
export const importFlags = {
  from: text,
  zone: text,
  calendar: text,
  'day-order': text,
  to: text,
  section: text,
  base: text,
  uploads: text,
  permalink: text,
  map: { type: 'string', multiple: true },
  'map-field': { type: 'string', multiple: true },
  elsewhere: { type: 'string', multiple: true },
  tag: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
} as const

type CommandResult = { readonly output: string; readonly exitCode: 0 | 2 }

/** `folder` is the folder that the command was given in. */
export const runImport = (words: ImportWords, folder: string): CommandResult => {
  const options = toOptions(words, folder)
  if (!options.ok)
    return { output: `${options.fault}\nnpm run import -- --help shows how to use it.`, exitCode: 2 }
  const report = importArchive(options.value)
  const fault = nothingFound(report.files, words.from ?? '')
  if (fault !== null) return { output: visibleText(fault), exitCode: 2 }
  const near = (path: string) => relative(folder, path) || '.'
  return {
    output: visibleText(shortReport({ ...report, from: near(report.from), to: near(report.to) })),
    exitCode: 0,
  }
}

export type ImportWords = {
  readonly from?: string | undefined
  readonly zone?: string | undefined
  readonly calendar?: string | undefined
  readonly 'day-order'?: string | undefined
  readonly to?: string | undefined
  readonly section?: string | undefined
  readonly base?: string | undefined
  readonly uploads?: string | undefined
  readonly permalink?: string | undefined
  readonly map?: readonly string[] | undefined
  readonly 'map-field'?: readonly string[] | undefined
  readonly elsewhere?: readonly string[] | undefined
  readonly tag?: readonly string[] | undefined
  readonly 'dry-run'?: boolean | undefined
}

const toOptions = (words: ImportWords, folder: string): Result<ImportOptions, string> => {
  const folders = readImportFolders(words, folder)
  if (!folders.ok) return folders
  const site = readTargetSite(folders.value.to)
  const zone = zoneOf(words, site)
  if (!zone.ok) return zone
  const dates = datesOf(words)
  if (!dates.ok) return dates
  const sections = sectionsOf(words, site)
  if (!sections.ok) return sections
  const base = words.base?.replace(/\/+$/, '') ?? null
  if (base !== null && !/^https?:\/\/[^/\s]+$/.test(base))
    return failure(
      `--base ${words.base} is not the address of a site; write one such as https://old.example, without a path.`,
    )
  const wrong = words.permalink === undefined ? null : wrongPattern(words.permalink)
  if (wrong !== null) return failure(wrong)
  const halved = words['map-field']?.find(pair => !/^[^=]+=[^=]+$/.test(pair))
  if (halved !== undefined)
    return failure(
      `--map-field ${halved} lacks one of its two sides; write one such as --map-field topics=tags.`,
    )
  const elsewhere = words.elsewhere ?? []
  const odd = elsewhere.find(path => !sitePath().safeParse(path).success || /^\/$/.test(path))
  if (odd !== undefined)
    return failure(`--elsewhere ${odd} is not a path below the front of a site; write one such as /shop/.`)
  const tags = tagsOf(words.tag)
  if (!tags.ok) return tags
  return success({
    ...folders.value,
    ...sections.value,
    fieldNames: new Map((words['map-field'] ?? []).map(pair => pair.split('=', 2) as [string, string])),
    ...dates.value,
    zone: zone.value,
    isZoneStated: words.zone !== undefined,
    now: readNow(undefined),
    site,
    base,
    elsewhere,
    tags: tags.value,
    pattern: words.permalink ?? null,
    uploads: words.uploads === undefined ? null : resolve(folder, words.uploads),
    isDryRun: words['dry-run'] ?? false,
  })
}

/** Why a pattern can be that of no archive; null when it can. */
const wrongPattern = (pattern: string): string | null => {
  const example = 'write one such as --permalink /:year/:month/:day/:title/.'
  const unknown = unknownWordIn(pattern)
  if (unknown !== null) return `--permalink ${pattern} has the word ${unknown}, which is unknown; ${example}`
  return /:\w/.test(pattern) || pattern in namedPatterns
    ? null
    : `--permalink ${pattern} says nothing of a story; ${example}`
}

const zoneOf = (words: ImportWords, site: TargetSite): Result<string, string> => {
  const zone = words.zone ?? site.timezone
  if (zone === null)
    return failure('There is no timezone in _data/site.yaml; name the old site’s zone: --zone Europe/Berlin.')
  return isZone(zone)
    ? success(zone)
    : failure(`There is no time zone ${zone}; write a name such as Europe/Berlin.`)
}

const datesOf = (words: ImportWords): Result<Pick<ImportOptions, 'calendar' | 'dayOrder'>, string> => {
  const { calendar = null, 'day-order': order } = words
  if (calendar !== null && !otherCalendars.includes(calendar))
    return failure(
      `--calendar ${calendar} is not a calendar that dates can be read in; there are ${otherCalendars.join(', ')}.`,
    )
  const dayOrder =
    order === undefined ? null : (dayOrderNames.find(each => each === `${order} first`) ?? null)
  return order !== undefined && dayOrder === null
    ? failure(`--day-order ${order} is not what can come first in a date; write day, month or year.`)
    : success({ calendar, dayOrder })
}

const sectionsOf = (
  words: ImportWords,
  site: TargetSite,
): Result<Pick<ImportOptions, 'section' | 'map' | 'patterns'>, string> => {
  const keys = site.sections.map(section => section.key)
  const section = words.section ?? keys[0]
  if (section === undefined)
    return failure('There is no _data/sections.yaml; run the import in the folder of the site.')
  const wrong = (words.map ?? []).find(pair => !/^[^=]+=[^=]+$/.test(pair))
  if (wrong !== undefined)
    return failure(
      `--map ${wrong} lacks one of its two sides; write the old category and a section, such as --map regional=nation.`,
    )
  const map = mapOf(words.map)
  const patterns = patternsOf(words.map)
  const unknown = [section, ...map.values(), ...patterns.map(([, key]) => key)].find(
    key => !keys.includes(key),
  )
  return unknown === undefined
    ? success({ section, map, patterns })
    : failure(`There is no section ${unknown}; the sections are ${keys.join(', ')}.`)
}

const tagsOf = (pairs: readonly string[] = []): Result<TagMeanings, string> => {
  const meanings = new Map<string, TagMeaning>()
  for (const pair of pairs) {
    const [, name = '', meaning = ''] = /^([^=\s]+)=(\S+)$/.exec(pair) ?? []
    if (!isTagMeaning(meaning))
      return failure(
        `--tag ${pair} does not say what a tag stands for; write its name and one of ${tagMeanings.join(', ')}, such as --tag note=facts.`,
      )
    meanings.set(tagKey(name), meaning)
  }
  return success(meanings)
}

/** "blog/*=news" is about paths, "regional=nation" about a category. */
const isPattern = (pair: string): boolean => /[*/]/.test(pair.split('=')[0] ?? '')

const patternsOf = (pairs: readonly string[] = []): ImportOptions['patterns'] =>
  pairs
    .filter(isPattern)
    .map(pair => pair.split('=', 2))
    .map(([pattern = '', key = '']) => [pattern, key.trim()] as const)

/** By the key of the old category. */
const mapOf = (pairs: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(
    pairs
      .filter(pair => !isPattern(pair))
      .map(pair => pair.split('=', 2))
      .map(([old = '', key = '']) => [toKey(old) || old, key.trim()]),
  )
