// From a file of the archive to the facts of a story; its body comes later.

import { parseUrl } from '../domain/address.ts'
import type { Instant } from '../domain/instant.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { dayOf } from '../time/wire-time.ts'
import { findAuthors, type KnownNames } from './fields/find-authors.ts'
import { findCategories } from './fields/find-categories.ts'
import { findDate } from './fields/find-date.ts'
import { findLaterTimes, type LaterTimes } from './fields/find-later-times.ts'
import { findSection, type SectionRules } from './fields/find-section.ts'
import { findTitle } from './fields/find-title.ts'
import { asMap, asText, asTexts, type FieldReader, type Fields, readFields } from './fields/read-fields.ts'
import { readFrontMatter } from './fields/read-front-matter.ts'
import {
  type AddressParts,
  aliasOf,
  bareNameOf,
  defaultPattern,
  expandPattern,
  oldAddressOf,
  oldSectionOf,
} from './links/old-address.ts'
import { type AddNote, createNotes, type Note } from './note.ts'
import type { ArchiveKind } from './text/archive-markdown.ts'
import { toKey } from './text/to-key.ts'

export type DraftRules = {
  readonly kind: ArchiveKind
  /** In which times without an offset are read, and all are written. */
  readonly zone: string
  /** Which decides a story's day. */
  readonly siteZone: string
  readonly sections: SectionRules
  readonly names: KnownNames
  /** The old site's pattern of addresses, when it is known beforehand. */
  readonly pattern: string | null
  /** Patterns that only hold in a section of the old site, by its key. */
  readonly sectionPatterns: ReadonlyMap<string, string>
}

export type Draft = AddressParts &
  LaterTimes & {
    readonly instant: Instant
    readonly siteDay: string
    readonly section: string
    readonly authors: readonly string[]
    readonly tags: readonly string[]
    readonly isDraft: boolean
    /** Fields that Dateline knows by the same name and form. */
    readonly same: Readonly<Record<string, unknown>>
    readonly storySlug: string
    /** Old addresses that the front matter names. */
    readonly named: readonly string[]
    readonly fields: Fields
    readonly reader: FieldReader
    readonly body: string
    readonly notes: readonly Note[]
    readonly addNote: AddNote
  }

const saysNo = (value: unknown): boolean => value === false || /^(?:false|no|off|n|0)$/i.test(String(value))
const saysYes = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !saysNo(value)

/** Anything that an old site may have kept from its readers stays a draft: an editor can publish it, nobody can unpublish it. */
const isMarkedDraft = (reader: FieldReader, published: unknown): boolean =>
  [
    saysYes(reader.take('draft')),
    saysNo(published),
    /^(?:draft|private|pending|future|trash|hidden)$/i.test(String(reader.take('status'))),
    saysYes(reader.take('hidden')),
    saysYes(reader.take('private')),
  ].some(Boolean)

export const readDraft = (file: string, text: string, rules: DraftRules): Result<Draft, string> => {
  const { notes, addNote } = createNotes()
  if (text.trim() === '') return failure('it is empty')
  const parsed = readFrontMatter(text, addNote)
  if (!parsed.ok) return parsed
  const { fields, body, hasFrontMatter } = parsed.value
  if (!hasFrontMatter && /\.html?$/i.test(file)) return failure('it is an HTML page without front matter')
  const reader = readFields(fields)
  const published = reader.take('published')
  const written =
    reader.take('date', 'publishDate', 'pubDate', 'datePublished') ??
    (typeof published === 'boolean' || saysNo(published) ? null : published)
  const date = findDate(
    written ?? reader.take('publishedAt', 'postedAt', 'createdAt', 'created'),
    file,
    rules.zone,
    addNote,
  )
  const isDraft = isMarkedDraft(reader, published) || /(?:^|\/)_?drafts?\//i.test(file)
  if (!date.ok) return failure(isDraft ? `it is a draft, and ${date.fault}` : date.fault)
  if (isDraft) addNote('A draft was taken as a draft')
  const { instant, day } = date.value
  const title = findTitle(reader, file, body, addNote)
  const categories = findCategories(reader, file, rules.kind)
  const labels = asTexts(reader.take('tags', 'tag', 'keywords'), /\s*,\s*/)
  const ownPattern = rules.sectionPatterns.get(oldSectionOf(file)) ?? null
  const place = { file, day, categories, slug: asText(reader.take('slug')), title, ownPattern }
  return success({
    ...place,
    instant,
    siteDay: dayOf(instant, rules.siteZone),
    section: findSection(categories, labels, rules.sections, addNote),
    authors: findAuthors(reader.take('authors', 'author', 'byline', 'by', 'creator'), rules.names, addNote),
    tags: tagsOf(labels, addNote),
    ...findLaterTimes(reader, instant, rules.zone, addNote),
    isDraft,
    same: sameFields(reader, addNote),
    storySlug: slugOf(place, addNote),
    named: namedPaths(reader, place, rules, addNote),
    fields,
    reader,
    body,
    notes,
    addNote,
  })
}

const tagsOf = (labels: readonly string[], addNote: AddNote): readonly string[] => {
  const tags = labels.map(label => {
    const key = toKey(label)
    if (key === '') addNote('A tag has no Latin letter and was left out', label)
    return key
  })
  return [...new Set(tags.filter(tag => tag !== ''))]
}

const sameFields = (reader: FieldReader, addNote: AddNote): Readonly<Record<string, unknown>> => {
  const same: Record<string, unknown> = {}
  const dateline = asText(reader.take('dateline'))
  if (dateline !== null && dateline.length <= 100) same.dateline = dateline
  const source = asMap(reader.take('source'))
  const name = asText(source?.get('name'))
  const url = asText(source?.get('url'))
  if (name !== null && url !== null && /^https?:\/\/\S+$/.test(url) && parseUrl(url) !== null)
    same.source = { name, url }
  else if (reader.take('source') !== null)
    addNote(
      'The source has no name or no web address and was left out',
      asText(reader.take('source')) ?? undefined,
    )
  const urgency = Number(asText(reader.take('urgency')) ?? Number.NaN)
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) same.urgency = urgency
  return same
}

const slugOf = ({ file, slug, title }: AddressParts, addNote: AddNote): string => {
  const [fit] = [slug ?? '', bareNameOf(file), title].map(toKey).filter(key => key !== '' && key !== 'index')
  if (fit !== undefined) return fit.slice(0, 120).replace(/-+$/, '')
  addNote('Neither name nor title has a Latin letter: the address was numbered')
  return 'story'
}

const namedPaths = (
  reader: FieldReader,
  place: AddressParts,
  rules: DraftRules,
  addNote: AddNote,
): readonly string[] => {
  const permalink = reader.take('permalink')
  const own = [permalink, reader.take('url')].map(asText).filter(path => path !== null)
  const others = ['redirect_from', 'aliases', 'alias', 'redirects', 'old_url'].flatMap(name =>
    asTexts(reader.take(name), /\s*,\s*/),
  )
  const base = oldAddressOf(rules.pattern ?? defaultPattern(rules.kind), place).replace(/[^/]*\/?$/, '')
  const paths = [...own, ...others].map(path => {
    const isPattern = rules.kind !== 'eleventy' && /:[a-z_]+/.test(path) && !/^https?:/.test(path)
    const full = isPattern
      ? expandPattern(path, place)
      : /^(?:\/|https?:)/.test(path) || own.includes(path)
        ? path
        : base + path
    const alias = /[{}]/.test(path) || path === 'false' || path === 'true' ? null : aliasOf(full)
    if (alias === null) addNote('An old address cannot be kept', path)
    return alias
  })
  return [...new Set(paths.filter(path => path !== null))]
}
