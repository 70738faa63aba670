// A page of a Hugo site as a story: with the fields that sections give it, its date, its old addresses, and whether it was public.

import type { Instant } from '../../../domain/instant.ts'
import { failure, type Result, success } from '../../../domain/result.ts'
import { findDate, writtenDate } from '../../fields/find-date.ts'
import { type FieldReader, type Fields, foldName, readFields } from '../../fields/read-fields.ts'
import type { AddNote } from '../../report/note.ts'
import { lostAddress } from '../../report/old-addresses.ts'
import { plainDateRules } from '../../times/read-date.ts'
import type { OldStory } from '../archive-source.ts'
import { leadsOnTo, onlyLedOn } from '../leading-pages.ts'
import { pageWithoutDate } from '../page-without-date.ts'
import { withCascades } from './cascade.ts'
import { type ContentFile, pageNameOf } from './content-file.ts'
import { hugoAddress, hugoAliases, slugOf } from './hugo-address.ts'
import { hugoDate } from './hugo-date.ts'
import { type HugoSite, isOn } from './hugo-site.ts'
import type { Sections } from './sections.ts'
import { isExpiry, whyNotPublic } from './why-not-public.ts'

export type HugoRules = {
  readonly site: HugoSite
  readonly sections: Sections
  /** Of expiry dates without an offset. */
  readonly zone: string
  readonly now: Instant
}

/** `front`: the file's front matter and body. */
export const hugoStory = (
  file: string,
  content: ContentFile,
  front: OldStory,
  rules: HugoRules,
  addNote: AddNote,
): Result<OldStory, string> => {
  const { site, sections } = rules
  const cascades = sections.cascadesOf(content)
  const fields = new Map(withCascades(front.fields, cascades))
  const reader = readFields(fields)
  const page = pageNameOf(content)
  const date = hugoDate(reader, page.name, site.dates)
  const slug = slugOf(reader) ?? date?.slug ?? null
  const title = reader.takeText('title') ?? ''
  const parts = { ...content, title, slug, sections: sections.namesOf(content), time: date?.time ?? null }
  const own = reader.takeText('url')
  const address = hugoAddress(parts, own, site)
  const hidden =
    ofFile(file, content, rules) ??
    (cascades.some(({ isUnclear }) => isUnclear)
      ? 'a cascade above it cannot be read, so that nobody knows whether it was shown'
      : null) ??
    whyNotPublic(reader, rules, addNote)
  const target = leadsOnTo(front)
  const became = becameOf(hidden, target, fields, rules)
  if (date?.isOfStory) setDate(fields, reader, date.value)
  else if (became === null && !findDate(writtenDate(reader), file, plainDateRules(rules.zone), () => {}).ok) {
    if (hidden === null && address !== null) addNote(lostAddress.isOfPage, address)
    return failure(
      hidden === null ? pageWithoutDate : `the old site did not show it (${hidden}), and it has no date`,
    )
  }
  setAddresses(
    fields,
    own === null ? null : address,
    hugoAliases(reader, address, site.rootOf(content.language), site),
  )
  const language = site.namesLanguages ? site.tagOf(content.language) : null
  if (language !== null) fields.set('language', language)
  return success({
    ...front,
    fields,
    folders: page.folders,
    ...((hidden !== null || target !== null) && { notPublic: hidden ?? onlyLedOn(target ?? '') }),
    ...(became !== null && { became }),
    ...(own === null && address !== null && { ownAddress: address }),
  })
}

/** Of a page that readers could see: only its expiry, or that it leads on, hides it. */
const becameOf = (
  hidden: string | null,
  target: string | null,
  fields: Fields,
  { zone, now }: HugoRules,
): { readonly to: string | null } | null => {
  const isDraft = [...fields].some(([name, value]) => name.toLowerCase() === 'draft' && isOn(value))
  const times = ['publishDate', 'date'].map(name => readFields(fields).take(name))
  if (isDraft || times.some(value => value !== null && !isBefore(value, zone, now))) return null
  if (hidden === null) return target === null ? null : { to: target }
  return isExpiry(hidden) ? { to: null } : null
}

const isBefore = (value: unknown, zone: string, now: Instant): boolean => {
  const found = findDate(value, '', plainDateRules(zone), () => {})
  return found.ok && found.value.instant <= now
}

const ofFile = (file: string, content: ContentFile, { site, sections }: HugoRules): string | null => {
  if (site.disabled.includes(content.language))
    return `the old site made no pages in its language, ${content.language}`
  const ignoring = site.ignored.find(pattern => pattern.test(file))
  if (ignoring !== undefined)
    return `the old site’s configuration passes it over (ignoreFiles: ${ignoring.source})`
  return sections.bundleOf(content)
}

/** The fields that other sources read a date from say nothing here but by the configuration. */
const setDate = (fields: Map<string, unknown>, reader: FieldReader, value: unknown): void => {
  const held = reader.take('publishDate')
  removeFields(fields, ['date', 'publishDate', 'pubDate', 'expiryDate', 'unpublishDate'])
  fields.set('date', value)
  if (held !== null) fields.set('embargo', held)
}

const setAddresses = (fields: Map<string, unknown>, own: string | null, aliases: readonly string[]): void => {
  removeFields(fields, ['url', 'permalink', 'aliases'])
  if (own !== null) fields.set('permalink', own)
  if (aliases.length > 0) fields.set('aliases', aliases)
}

/** Whatever their case. */
const removeFields = (fields: Map<string, unknown>, names: readonly string[]): void => {
  const gone = new Set([...names, 'build', '_build', 'headless', 'unlisted', 'cascade'].map(foldName))
  for (const name of [...fields.keys()]) if (gone.has(foldName(name))) fields.delete(name)
}
