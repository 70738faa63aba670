// A file of a Jekyll site as a story: with the fields that the configuration gives it, its old address, and whether it was public.

import { asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import type { OldStory } from '../archive-source.ts'
import { clockOf } from '../clock-of-site.ts'
import { leadsOnTo, onlyLedOn } from '../leading-pages.ts'
import { withoutOwnFields } from '../own-fields.ts'
import { defaultsFor, merged } from './default-fields.ts'
import { jekyllAddress } from './jekyll-address.ts'
import type { JekyllSite } from './jekyll-site.ts'
import { kindOfFile } from './kind-of-file.ts'

/** `front`: the file's front matter and body. `text`: the whole of it, as it is written. */
export const jekyllStory = (site: JekyllSite, file: string, front: OldStory, text: string): OldStory => {
  const { type, categories: folders, notPublic } = kindOfFile(file, site)
  const defaults = withoutOwnFields(defaultsFor(site.defaults, file, type, site.collectionsFolder))
  const fields = new Map(merged(defaults, front.fields))
  const lists = [defaults, front.fields].map(each => words(each.get('categories')))
  const single = words(fields.get('category'), null)
  const categories = [...new Set([...folders, ...lists.flat(), ...single])]
  const date = fields.get('date') ?? dayInName(file)
  const isBare = !/^date[ \t]*:[ \t]*["']/m.test(text)
  const time = clockOf(date, { isBare, zone: site.zone, order: 'day first' })
  const parts = { file, type, categories, slug: asText(fields.get('slug')), time }
  const permalink = asText(fields.get('permalink'))
  const address = jekyllAddress(parts, permalink, site)
  fields.delete('category')
  if (fields.get('date') === undefined && type === 'posts' && date !== undefined && !/\d{4}-/.test(file))
    fields.set('date', date)
  // Here it is no address, but a field like any other.
  fields.delete('url')
  if (type === 'posts' || categories.length > 0) fields.set('categories', categories)
  if (permalink !== null && address !== null) fields.set('permalink', address)
  setTags(fields)
  setRedirects(fields, site, address)
  const target = leadsOnTo({ ...front, fields })
  const ledOn = target === null ? null : onlyLedOn(target)
  const isShown = notPublic === null && unpublished(fields) === null
  const hidden = notPublic ?? unpublished(fields) ?? ledOn
  return {
    ...front,
    fields,
    ...(hidden !== null && { notPublic: hidden }),
    ...(target !== null && isShown && { became: { to: target } }),
    ...(permalink === null && address !== null && { ownAddress: address }),
  }
}

/** A text is cut at blanks, as Jekyll cuts it. */
const words = (value: unknown, separator: RegExp | null = /\s+/): readonly string[] =>
  asTexts(value, separator)

/** A year of two digits is Ruby's. */
const dayInName = (file: string): string | undefined => {
  const [, year = '', day] = /(?:^|\/)(\d{2}|\d{4})(-\d{1,2}-\d{1,2})-[^/]*$/.exec(file) ?? []
  const century = year.length === 4 ? '' : year < '69' ? '20' : '19'
  return day === undefined ? undefined : century + year + day
}

const setTags = (fields: Map<string, unknown>): void => {
  const single = words(fields.get('tag'), null)
  const tags = single.length > 0 ? single : words(fields.get('tags'))
  fields.delete('tag')
  if (tags.length > 0) fields.set('tags', tags)
}

/**
 * Paths below the site's own; the file itself, where its address goes without the ending that it has on the disk; and
 * the address without the base, as templates that know nothing of it write it.
 */
const setRedirects = (
  fields: Map<string, unknown>,
  { basePath }: JekyllSite,
  address: string | null,
): void => {
  const paths = asTexts(fields.get('redirect_from'), null).map(
    path => `${basePath}/${path.replace(/^\/+/, '')}`,
  )
  const isBare = address !== null && !/\/$|\.html$/.test(address)
  const own = isBare ? [`${address}.html`] : []
  const atRoot = address !== null && basePath !== '' ? [address.slice(basePath.length)] : []
  const all = [...paths, ...own, ...atRoot]
  if (all.length > 0) fields.set('redirect_from', all)
}

/** Jekyll takes a field that says nothing for a no, too. */
const unpublished = (fields: Fields): string | null => {
  if (!fields.has('published')) return null
  const published = fields.get('published')
  if (published === null) return 'it says “published:” and nothing more'
  return saysNo(published) ? 'it says “published: false”' : null
}
