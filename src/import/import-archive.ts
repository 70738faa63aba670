// The import: an archive of news in, story files and a report out. Nothing is lost in silence.

import { resolve } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { keyOfRow } from '../domain/redirect.ts'
import { saveMemory } from '../system/save-memory.ts'
import { withTextStore } from '../system/text-store.ts'
import { convertStories, isPublished } from './convert-stories.ts'
import { mergedTags } from './fields/find-tags.ts'
import type { FinishedStory, FinishRules } from './finish-story.ts'
import { createImportedFiles } from './imported-files.ts'
import { keepAddresses, listTargets, type OldSite } from './keep-addresses.ts'
import { keepElsewhere } from './keep-elsewhere.ts'
import { keepSeries } from './keep-series.ts'
import type { PictureCollector } from './links/collect-pictures.ts'
import { copyFiles, createCollectors } from './links/create-collectors.ts'
import { hostsOf } from './links/old-hosts.ts'
import type { Draft, DraftRules } from './read-draft.ts'
import { readDrafts, rejectedFile } from './read-drafts.ts'
import type { TargetSite } from './read-target-site.ts'
import { createTagCounts } from './report/count-tags.ts'
import type { ImportReport, ReportedFile } from './report/import-report.ts'
import { remarkOnSections } from './report/remark-on-sections.ts'
import { writeReport } from './report/write-report.ts'
import { separateTimes } from './separate-times.ts'
import { type Archive, openArchive } from './sources/archive.ts'
import type { ArchiveEntry, ArchiveSource } from './sources/archive-source.ts'
import { detectSource, knownSources } from './sources/detect-source.ts'
import { hostRedirects } from './sources/host-redirects.ts'
import { redirectsOfPages } from './sources/leading-pages.ts'
import { type OldSettings, remarkOnSettings } from './sources/old-settings.ts'
import type { TagMeanings } from './tags/tag-meanings.ts'
import { createDayEvidence, type DayOrder, orderOfLanguage } from './times/day-order.ts'
import type { DateRules } from './times/read-date.ts'
import { type Writing, writeStory } from './write-story.ts'

export type ImportOptions = {
  /** A folder, or a file that a source can read. */
  readonly from: string
  readonly to: string
  /** The zone that was stated, else that of the site; then the old site's own, where it has one, is used instead. */
  readonly zone: string
  readonly isZoneStated: boolean
  /** Another calendar than ours, which dates are written in, as Intl calls it; or null. */
  readonly calendar: string | null
  /** How dates such as 1/2/2020 are written; null to see it in the archive. */
  readonly dayOrder: DayOrder | null
  /** Links to stories that are not published at this time become text. */
  readonly now: Instant
  readonly site: TargetSite
  readonly section: string
  /** Old category, as a key, to section key. */
  readonly map: ReadonlyMap<string, string>
  /** Patterns of paths or categories, each with a section key. */
  readonly patterns: readonly (readonly [pattern: string, section: string])[]
  /** Names of fields in the archive and here, besides those that the old site's settings show. */
  readonly fieldNames: ReadonlyMap<string, string>
  /** Origin of the old site, or null. */
  readonly base: string | null
  /** Paths at the new site's host that something else answers for; they are added to site data. */
  readonly elsewhere: readonly string[]
  /** What template tags of the old site stand for. */
  readonly tags: TagMeanings
  /** The old site's pattern of addresses, or null to find it out. */
  readonly pattern: string | null
  /** The folder of an old WordPress site's files; null to look for it in the archive. */
  readonly uploads: string | null
  readonly isDryRun: boolean
}

/** Of converted bodies; more of them wait on the disk. */
const charactersInMemory = 4_000_000

/** From so many on, memory is dearer than time. */
const manyEntries = 5000

/** `sources` are the kinds of archive that it may be. */
export const importArchive = (
  options: ImportOptions,
  sources: readonly ArchiveSource[] = knownSources,
): ImportReport => {
  const report = importStories(options, sources)
  // Not before all that the stories needed has left memory: it is as much again.
  if (!options.isDryRun) writeReport(report)
  return report
}

const importStories = (options: ImportOptions, sources: readonly ArchiveSource[]): ImportReport => {
  const { from, to, isDryRun, now } = options
  const archive = openArchive(resolve(from), resolve(to), options.uploads, now)
  const source = detectSource(archive, sources)
  const settings = source.settings(archive)
  const rules = draftRules(archive, source, settings, options)
  const entries = entriesOf(source, archive)
  const { drafts: read, files } = readDrafts(entries, rules)
  const series = keepSeries(to, separateTimes(read))
  const { drafts } = series
  const site = { ...options.site, elsewhere: [...options.site.elsewhere, ...options.elsewhere] }
  const imported = createImportedFiles(to, resolve(from))
  const tags = createTagCounts()
  const oldSite = oldSiteOf(options.base ?? settings.origin, options.site.url)
  const target = { to, site, hosts: oldSite.hosts }
  const { own, isGiven, linkedFiles, ...shown } = createCollectors(archive, drafts, target, imported)
  const readable = drafts.filter(draft => isPublished(draft, now))
  const old = besidesStories(archive, source, entries, readable)
  const listed = { drafts: readable, rules, formats: options.site.formats, urlOf: () => null }
  const addressHere = withLists(own.addressHere, listTargets(old.pages, listed))
  const converted = withTextStore(charactersInMemory, keepText =>
    convertStories(
      drafts,
      {
        dialect: source,
        zone: rules.dates.zone,
        ...{ ...oldSite, addressHere, now, isTaken: isGiven, pattern: rules.pattern },
        isPatternKnown: (options.pattern ?? settings.pattern) !== null || source.defaultPattern === '',
        ...{ keepText, ...shown, imported },
        takeFile: linkedFiles.collect,
        oldName: nameOfOldSite(options.base ?? settings.origin, options.site.name),
        meanings: options.tags,
        valuesOf: source.values?.(archive) ?? null,
        countUnknown: tags.count,
      },
      createWriter(shown.pictures, { to, isDryRun, imported }),
    ),
  )
  const rejected = converted.rejected.map(({ draft, reason }) => rejectedFile(draft.file, reason))
  const all = inOrder([...files, ...rejected, ...converted.written], settings.file)
  const origin = options.site.url ?? 'https://site.example'
  const redirects = keepAddresses(
    old,
    { ...listed, urlOf: converted.urlOf },
    { ...oldSite, ...own, ...converted, addressHere, origin, files: all, to, isDryRun },
  )
  const report: ImportReport = {
    ...{ from, to, source: source.name, zone: rules.dates.zone, isDryRun, files: all },
    remarks: [
      ...remarkOnSettings(settings, options),
      ...converted.remarks,
      ...remarkOnSections(drafts, rules.sections),
      ...mergedTags(drafts).map(([key, labels]) => `Tags became one: ${labels.join(', ')} → ${key}`),
      ...tags.remarks(),
      ...series.remarks,
      ...(isDryRun ? [] : keepElsewhere(to, options.elsewhere)),
      ...redirects.remarks,
    ],
    redirects,
  }
  if (!isDryRun) {
    copyFiles(linkedFiles.copies(), to, imported)
    series.write()
    imported.keep()
  }
  return report
}

/** `apart`: what the report speaks of elsewhere. */
const inOrder = (files: readonly ReportedFile[], apart: string | null): readonly ReportedFile[] =>
  files.filter(({ file }) => file !== apart).toSorted((one, other) => (one.file < other.file ? -1 : 1))

const entriesOf = (source: ArchiveSource, archive: Archive) => {
  const entries = source.entries(archive)
  if (entries.length > manyEntries) saveMemory()
  return entries
}

/** What a story shows is copied with it. */
const createWriter =
  (pictures: PictureCollector, writing: Writing) =>
  (story: FinishedStory): ReportedFile => {
    const copies = pictures.take()
    if (!writing.isDryRun) copyFiles(copies, writing.to, writing.imported)
    return writeStory(story, writing)
  }

const withLists =
  (addressHere: FinishRules['addressHere'], lists: ReadonlyMap<string, string>) =>
  (path: string): string | null =>
    addressHere(path) ?? lists.get(keyOfRow(path)) ?? null

/** What the old site had at its addresses besides these stories. */
const besidesStories = (
  archive: Archive,
  source: ArchiveSource,
  entries: readonly ArchiveEntry[],
  stories: readonly Draft[],
): OldSite => ({
  redirects: [
    ...hostRedirects(archive),
    ...(source.redirects?.(archive) ?? []),
    ...redirectsOfPages(archive, entries),
  ],
  pages: source.pages?.(archive, stories) ?? [],
})

/** Links to pages that did not come along lead to the old site, unless the new one takes its host over. */
const oldSiteOf = (old: string | null, site: string | null): Pick<FinishRules, 'base' | 'hosts'> => {
  const hosts = hostsOf(old, site)
  const isSame = site !== null && hosts.size === 1
  return { base: isSame ? null : old, hosts }
}

/** Its host, else the name of the new one. */
const nameOfOldSite = (origin: string | null, newName: string | null): string => {
  const [host] = hostsOf(origin)
  return host || newName || 'Archive'
}

/** Flags of the command override the old site's configuration. */
const draftRules = (
  archive: Archive,
  source: ArchiveSource,
  settings: OldSettings,
  options: ImportOptions,
): DraftRules => {
  const { site, now, section, map, patterns, fieldNames, pattern } = options
  const oldOrigin = options.base ?? settings.origin
  const zone = options.isZoneStated ? options.zone : (settings.zone ?? options.zone)
  return {
    source,
    now,
    dates: dateRules(source, zone, options),
    siteZone: site.timezone ?? zone,
    siteLanguage: site.language,
    keepsLetters: site.unicodeSlugs,
    sections: { sections: site.sections, map, patterns, fallback: section },
    names: { people: site.people, archive: source.authorNames(archive) },
    pattern: pattern ?? settings.pattern ?? source.defaultPattern,
    fieldNames: fieldNames.size > 0 ? fieldNames : settings.fieldNames,
    series: site.series,
    hosts: oldOrigin === null ? new Set() : hostsOf(oldOrigin, site.url),
    ownAddress: settings.ownAddress,
    heedsOwnAddresses: pattern === null,
  }
}

const dateRules = (
  { dayOrder, hasExactTimes = false }: ArchiveSource,
  zone: string,
  { calendar, dayOrder: stated, site }: ImportOptions,
): DateRules => ({
  ...{ zone, calendar, hasExactTimes },
  languages: site.language === null ? [] : [site.language],
  evidence: createDayEvidence(dayOrder ?? orderOfLanguage(site.language), stated),
})
