// From an entry of the archive to the facts of a story; its body comes later.

import type { Instant } from '../domain/instant.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { dayOf } from '../time/wire-time.ts'
import { findAuthors, type KnownNames } from './fields/find-authors.ts'
import { findCategories } from './fields/find-categories.ts'
import { findDate, writtenDate } from './fields/find-date.ts'
import { findDraftReason } from './fields/find-draft-reason.ts'
import { findLanguage } from './fields/find-language.ts'
import { findLaterTimes, type LaterTimes } from './fields/find-later-times.ts'
import { findSameFields } from './fields/find-same-fields.ts'
import { findSection, type SectionRules } from './fields/find-section.ts'
import { findSeries, type SeriesOfStory } from './fields/find-series.ts'
import { findSlug } from './fields/find-slug.ts'
import { findTags } from './fields/find-tags.ts'
import { findTitle } from './fields/find-title.ts'
import { asText, asTexts, type FieldReader, type Fields, readFields } from './fields/read-fields.ts'
import { renameFields } from './fields/rename-fields.ts'
import { wordsOfField } from './fields/words-of-field.ts'
import { findNamedAddresses } from './links/find-named-addresses.ts'
import type { OldAddress } from './links/old-address.ts'
import type { AddressParts } from './links/url-pattern.ts'
import type { TargetSite } from './read-target-site.ts'
import { type AddNote, createNotes, type ItemNotes, type Note } from './report/note.ts'
import { lostAddress } from './report/old-addresses.ts'
import type { ArchiveEntry, ArchiveSource } from './sources/archive-source.ts'
import type { BodyFormat } from './text/text-dialect.ts'
import type { DateRules } from './times/read-date.ts'

export type DraftRules = {
  readonly source: Pick<ArchiveSource, 'categorySeparator' | 'hasFolders' | 'hasPatternsInStories'>
  readonly dates: DateRules
  readonly now: Instant
  /** The zone that decides the day of a story. */
  readonly siteZone: string
  /** The language of the site that the import writes to, or null. */
  readonly siteLanguage: string | null
  /** Whether its slugs may have letters of any script. */
  readonly keepsLetters: boolean
  readonly sections: SectionRules
  readonly names: KnownNames
  /** Names of fields that say something else here. */
  readonly fieldNames: ReadonlyMap<string, string>
  /** Those of the old site and the new one; none where the old one is not known. */
  readonly hosts: ReadonlySet<string>
  /** Of the new site. */
  readonly series: TargetSite['series']
  /** The old site's pattern of addresses. */
  readonly pattern: string
  /** The address of a story whose part of the site has a pattern of its own, or null. */
  readonly ownAddress: (story: AddressParts) => string | null
  /** Whether what the source knows of a story's address counts; not when the pattern was stated. */
  readonly heedsOwnAddresses: boolean
}

export type Draft = OldAddress &
  LaterTimes & {
    readonly instant: Instant
    /** False where its time of day is noon for want of another. */
    readonly hasClock: boolean
    readonly siteDay: string
    readonly section: string
    /** Nothing of it names a section here, so that it went to the default one. */
    readonly isUnfiled: boolean
    readonly authors: readonly string[]
    readonly tags: readonly string[]
    /** The tags as they were written. */
    readonly labels: readonly string[]
    /** Why the old site did not show it; null for a story that readers could see. */
    readonly draftReason: string | null
    /** It was public once, and its old address is a row of redirects.yaml. */
    readonly became: { readonly to: string | null } | null
    /** Fields that Dateline knows by the same name and form. */
    readonly same: Readonly<Record<string, unknown>>
    /** The series that it belongs to, where the site has no such series yet; else null. */
    readonly newSeries: SeriesOfStory | null
    /** Null for that of the site. */
    readonly language: string | null
    readonly storySlug: string
    /** Old addresses that the front matter names. */
    readonly namedAddresses: readonly string[]
    /** Those of them that only their query tells from others: no file can stand there. */
    readonly queryAddresses: readonly string[]
    readonly fields: Fields
    readonly reader: FieldReader
    /** As the archive has it, read anew each time: an archive may not fit into memory. */
    readonly readBody: () => string
    readonly format: BodyFormat
    readonly notes: readonly Note[]
    readonly addNote: AddNote
  }

type StoryEntry = Extract<ArchiveEntry, { readonly kind: 'story' }>

/** `notes`: the list that its notes go into; that of an item that is not taken, too. */
export const readDraft = (
  { file, read }: StoryEntry,
  rules: DraftRules,
  { notes, addNote }: ItemNotes = createNotes(),
): Result<Draft, string> => {
  const story = read(addNote)
  if (!story.ok) return story
  const { body, format = 'markdown', notPublic = null, ownAddress, became = null } = story.value
  const { writtenSlug = null } = story.value
  const fields = renameFields(story.value.fields, rules.fieldNames)
  const reader = readFields(fields)
  const spoken = asTexts(reader.take('language', 'lang', 'locale'), null).map(each =>
    each.replaceAll('_', '-'),
  )
  const dates = { ...rules.dates, languages: [...spoken, ...rules.dates.languages], now: rules.now }
  const date = findDate(writtenDate(reader), file, dates, addNote)
  const draftReason = findDraftReason(reader, file, notPublic)
  if (!date.ok) {
    const address = asText(fields.get('permalink') ?? fields.get('url')) ?? ownAddress
    const path = address?.replace(/^https?:\/\/[^/]+/, '')
    if (draftReason === null && path?.startsWith('/')) addNote(lostAddress.isOfPage, path)
    return failure(
      draftReason === null ? date.fault : `the old site did not show it (${draftReason}), and ${date.fault}`,
    )
  }
  const { instant, day, hasClock } = date.value
  const title = findTitle(reader, file, { body, format }, addNote)
  const inFolders = rules.source.hasFolders ? foldersOf(file) : []
  const folders = story.value.folders ?? inFolders
  const categories = findCategories(reader, folders, rules.source.categorySeparator)
  const labels = asTexts(reader.take('tags', 'tag', 'keywords'), /\s*,\s*/).map(
    label => wordsOfField(label, addNote) ?? label,
  )
  const parts = { file, day, categories, slug: asText(reader.take('slug')), title }
  const own = rules.heedsOwnAddresses ? (ownAddress ?? rules.ownAddress(parts)) : null
  const address = { ...parts, ownAddress: own }
  const named = findNamedAddresses(
    reader,
    address,
    { pattern: rules.pattern, hasPatternsInStories: rules.source.hasPatternsInStories },
    addNote,
  )
  const filing = { categories, folders, tags: labels, paths: pathsOf(file, folders, own) }
  const series = findSeries(reader, rules.series, addNote)
  const section = findSection(filing, rules.sections, addNote)
  return success({
    ...address,
    ...{ instant, hasClock },
    siteDay: dayOf(instant, rules.siteZone),
    section: section ?? rules.sections.fallback,
    isUnfiled: section === null,
    authors: findAuthors(reader.take('authors', 'author', 'byline', 'by', 'creator'), rules.names, addNote),
    ...{ labels, tags: findTags(labels, addNote) },
    ...findLaterTimes(reader, instant, dates, addNote),
    ...{ draftReason, became },
    same: { ...findSameFields(reader, rules.hosts, addNote), ...(series?.isKnown && { series: series.key }) },
    newSeries: series?.isKnown === false ? series : null,
    language: findLanguage(reader, rules.siteLanguage, addNote),
    storySlug: findSlug({ ...parts, writtenSlug }, rules.keepsLetters, addNote),
    ...{ namedAddresses: named.paths, queryAddresses: named.queries },
    fields,
    reader,
    readBody: () => bodyAgain(read),
    format,
    notes,
    addNote,
  })
}

/** The folder of `pier/index.md` is its name. */
const foldersOf = (file: string): readonly string[] =>
  file.split('/').slice(0, /\/index\.\w+$/.test(file) ? -2 : -1)

/** Without the slashes around them. */
const pathsOf = (file: string, folders: readonly string[], address: string | null): readonly string[] =>
  [file, file.replace(/^[^/]+\//, ''), [...folders, file.split('/').at(-1)].join('/'), address ?? ''].map(
    path => path.replace(/^\/+|\/+$/g, ''),
  )

/** Its notes were added when it was read first. */
const bodyAgain = (read: StoryEntry['read']): string => {
  const story = read(() => {})
  if (!story.ok) throw new Error(story.fault)
  return story.value.body
}
