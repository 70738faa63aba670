// The import: an archive of markdown files in, story files and a report out. Nothing is lost in silence.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Instant } from '../domain/instant.ts'
import { readText } from '../system/files.ts'
import { convertStories, type FinishedStory } from './convert-stories.ts'
import { createPictureCollector } from './links/collect-pictures.ts'
import { defaultPattern } from './links/old-address.ts'
import { type Draft, type DraftRules, readDraft } from './read-draft.ts'
import { readArchiveNames, type TargetSite } from './read-target-site.ts'
import { fullReport, type ImportReport, type ReportedFile } from './report.ts'
import { detectKind } from './sources/detect-kind.ts'
import { type ArchiveEntry, listArchive } from './sources/list-archive.ts'
import { type OldSettings, readOldSettings, remarkOnSettings } from './sources/read-old-settings.ts'
import type { ArchiveKind } from './text/archive-markdown.ts'

export type ImportOptions = {
  readonly from: string
  readonly to: string
  /** The zone that was stated, else the site's, which the old site's own goes before. */
  readonly zone: string
  readonly isZoneStated: boolean
  /** Links to stories that are not out at this time become text. */
  readonly now: Instant
  readonly site: TargetSite
  readonly section: string
  /** Old category, as a key, to section key. */
  readonly map: ReadonlyMap<string, string>
  /** Origin of the old site, or null. */
  readonly base: string | null
  /** The old site's pattern of addresses, or null to find it out. */
  readonly pattern: string | null
  readonly isDryRun: boolean
}

export const importArchive = (options: ImportOptions): ImportReport => {
  const root = resolve(options.from)
  const entries = listArchive(root, resolve(options.to))
  const texts = new Map<string, string>()
  const files: ReportedFile[] = []
  for (const entry of entries) {
    const read = readEntry(root, entry)
    if (typeof read === 'string') texts.set(entry.file, read)
    else files.push(read)
  }
  const kind = detectKind(
    entries.map(entry => entry.file),
    texts,
  )
  const settings = readOldSettings(root, kind)
  const rules = draftRules(root, kind, settings, options)
  const { zone, pattern } = rules
  const drafts: Draft[] = []
  for (const [file, text] of texts) {
    const draft = orRefused(() => readDraft(file, text, rules))
    if (draft.ok) drafts.push(draft.value)
    else files.push(refused(file, draft.fault))
  }
  const shelf = createPictureCollector(root, options.to)
  const converted = convertStories(drafts, {
    kind,
    zone,
    base: options.base,
    usual: pattern ?? defaultPattern(kind),
    isStated: pattern !== null,
    now: options.now,
    takePicture: shelf.collect,
    reserved: options.site.paths,
  })
  files.push(...converted.refused.map(({ draft, reason }) => refused(draft.file, reason)))
  files.push(...converted.finished.map(story => putDown(story, options)))
  if (!options.isDryRun) copyPictures(shelf.copies(), options.to)
  const report: ImportReport = {
    from: options.from,
    to: options.to,
    source: kindNames[kind],
    zone,
    isDryRun: options.isDryRun,
    files: files
      .filter(entry => entry.file !== settings.file)
      .toSorted((one, other) => (one.file < other.file ? -1 : 1)),
    remarks: [...remarkOnSettings(settings, options), ...converted.remarks],
  }
  if (!options.isDryRun) writeFileSync(join(options.to, 'import-report.md'), fullReport(report))
  return report
}

/** What was stated goes before what the old site's configuration says. */
const draftRules = (
  root: string,
  kind: ArchiveKind,
  settings: OldSettings,
  { site, zone: given, isZoneStated, section, map, pattern }: ImportOptions,
): DraftRules => {
  const zone = isZoneStated ? given : (settings.zone ?? given)
  return {
    kind,
    zone,
    siteZone: site.timezone ?? zone,
    sections: { sections: site.sections, map, fallback: section },
    names: { people: site.people, archive: readArchiveNames(root) },
    pattern: pattern ?? settings.pattern,
    sectionPatterns: pattern === null ? settings.sectionPatterns : new Map(),
  }
}

const kindNames = { hugo: 'a Hugo site', jekyll: 'a Jekyll site', eleventy: 'an Eleventy site' } as const

const refused = (file: string, reason: string): ReportedFile => ({
  file,
  status: 'rejected',
  story: null,
  reason,
  notes: [],
})

/** A file that trips a library must not keep the others from being taken. */
const orRefused = (read: () => ReturnType<typeof readDraft>): ReturnType<typeof readDraft> => {
  try {
    return read()
  } catch (error) {
    return {
      ok: false,
      fault: `it could not be read: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

const readEntry = (root: string, { file, passedOver }: ArchiveEntry): string | ReportedFile => {
  if (passedOver !== null) return { file, status: 'skipped', story: null, reason: passedOver, notes: [] }
  try {
    const text = readText(join(root, file))
    if (text === null) return refused(file, 'it is not UTF-8 text; save the file in UTF-8')
    return text.includes('\0') ? refused(file, 'it is a binary file') : text
  } catch (error) {
    return refused(file, `it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A story that stands there is never written over: an editor may have worked on it. */
const putDown = ({ draft, story, text }: FinishedStory, { to, isDryRun }: ImportOptions): ReportedFile => {
  const path = join(to, story)
  const { file, notes } = draft
  if (existsSync(path)) {
    const isSame = readFileSync(path, 'utf8') === text
    if (isSame) return { file, status: 'present', story, reason: '', notes }
    return {
      ...refused(file, `another story stands at ${story} already, and nothing is written over`),
      notes,
    }
  }
  if (!isDryRun) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
  }
  return { file, status: 'imported', story, reason: '', notes }
}

const copyPictures = (copies: readonly { from: string; to: string }[], site: string): void => {
  for (const { from, to } of copies) {
    if (existsSync(join(site, to))) continue
    mkdirSync(dirname(join(site, to)), { recursive: true })
    writeFileSync(join(site, to), readFileSync(from))
  }
}
