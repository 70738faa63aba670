// A file of an Eleventy site as a story: with the fields that its folders give it, its old address, and whether it was public.

import { asMap, asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import type { AddNote } from '../../report/note.ts'
import { readWrittenTime } from '../../times/read-written-time.ts'
import type { OldStory } from '../archive-source.ts'
import { clockOf } from '../clock-of-site.ts'
import { asTemplate } from '../program/hiding-fields.ts'
import { type Cascade, type CascadeReader, mergedLevels } from './data-cascade.ts'
import { defaultAddress, permalinkAddress } from './eleventy-address.ts'
import type { EleventySite } from './eleventy-site.ts'
import { whyHidden } from './why-hidden.ts'

export const eleventyStory = (
  site: EleventySite,
  readCascade: CascadeReader,
  file: string,
  front: OldStory,
  addNote: AddNote,
): OldStory => {
  const inherited = readCascade(file, front.fields)
  // The story's own fields outweigh those that a program of its folder makes.
  const cascade = { ...inherited, made: inherited.made.filter(({ name }) => !front.fields.has(name)) }
  const fields = withComputed(mergedLevels([...cascade.levels, front.fields]))
  const notPublic = whyHidden(site, cascade, file, fields)
  setTags(fields, front.fields, addNote)
  if (site.file !== null) fields.delete('url')
  const navigation = asMap(fields.get('eleventyNavigation'))
  if (asText(fields.get('title')) === null && navigation !== null)
    fields.set('title', asText(navigation.get('title')) ?? asText(navigation.get('key')))
  const ownAddress = setAddress(site, cascade, file, fields, addNote)
  fields.delete('eleventyComputed')
  fields.delete('eleventyExcludeFromCollections')
  return {
    ...front,
    fields,
    ...(notPublic !== null && { notPublic }),
    ...(ownAddress !== null && { ownAddress }),
  }
}

/** Computed fields outweigh all others. Those that are templates are left, but for the address. */
const withComputed = (fields: Fields): Map<string, unknown> => {
  const computed = [...(asMap(fields.get('eleventyComputed')) ?? [])]
  return new Map([
    ...fields,
    ...computed.filter(([name, value]) => name === 'permalink' || !/\{[{%]/.test(asText(value) ?? '')),
  ])
}

/** Names of lists, not of topics. */
const marking = new Set([
  'all',
  'nav',
  'post',
  'posts',
  'blog',
  'page',
  'pages',
  'article',
  'articles',
  'featured',
])

/** The tags that a folder gives to all its stories only gather them. */
const setTags = (fields: Map<string, unknown>, own: Fields, addNote: AddNote): void => {
  const written = asTexts(own.get('tags'), /\s*,\s*/)
  const all = asTexts(fields.get('tags'), null)
  for (const tag of all.filter(tag => !own.has('tags') || marking.has(tag.toLowerCase())))
    addNote('Dropped a tag that only gathers stories in a list', tag)
  fields.set(
    'tags',
    written.filter(tag => !marking.has(tag.toLowerCase())),
  )
}

/** Sets the permalink to the address that it names; gives the address of a story that names none, or null. */
const setAddress = (
  site: EleventySite,
  { made, open }: Cascade,
  file: string,
  fields: Map<string, unknown>,
  addNote: AddNote,
): string | null => {
  const named = fields.get('permalink')
  const build = asMap(named)?.get('build')
  const program = made.findLast(({ name }) => /^(?:eleventyComputed\.)?permalink$/.test(name))
  const written = program === undefined ? asText(build ?? named) : asTemplate(program.part)
  fields.delete('permalink')
  const inside = site.input === '' ? file : file.slice(site.input.length + 1)
  const date = fields.get('date') ?? /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(file)?.[1]
  const time =
    readWrittenTime(date).kind === 'read' ? clockOf(date, { isBare: false, zone: 'UTC', order: null }) : null
  if (written !== null && !saysNo(written)) {
    const address = permalinkAddress(written, { file: inside, fields, time })
    if (address === null)
      addNote('Guessed the old address, as its permalink asks for more than the import knows', written)
    else fields.set('permalink', site.basePath + address)
    return null
  }
  const isOwn = named === undefined || named === null || named === ''
  const isKnown = site.file !== null && !site.setsAddresses && program === undefined && open.length === 0
  return isOwn && isKnown ? site.basePath + defaultAddress(inside) : null
}
