// The zone, sections and people of the site that the import writes to.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FeedFormat, feedFormats } from '../domain/feeds.ts'
import { dataFiles, namesFileOf, pageFolder } from '../domain/site-paths.ts'
import { membersOf } from './fields/read-data-file.ts'
import { asMap, asText, asTexts } from './fields/read-fields.ts'

export type TargetSite = {
  readonly name: string | null
  /** Origin; null where site data names none. */
  readonly url: string | null
  readonly timezone: string | null
  readonly language: string | null
  readonly unicodeSlugs: boolean
  readonly sections: readonly { readonly key: string; readonly name: string }[]
  /** Fronts of sections, and pages of their own. */
  readonly paths: readonly string[]
  /** What else lives at its host. */
  readonly elsewhere: readonly string[]
  readonly series: readonly { readonly key: string; readonly name: string }[]
  /** Those of its feeds. */
  readonly formats: readonly FeedFormat[]
  readonly people: readonly { readonly key: string; readonly name: string }[]
}

export const readTargetSite = (root: string): TargetSite => {
  const named = (file: string) =>
    membersOf(join(root, file)).map(([key, value]) => ({
      key,
      name: asText(asMap(value)?.get('name')) ?? asText(asMap(value)?.get('title')) ?? key,
    }))
  const sections = named(dataFiles.sections)
  const site = new Map(membersOf(join(root, dataFiles.site)))
  return {
    name: asText(site.get('name')),
    url: asText(site.get('url')),
    elsewhere: asTexts(site.get('elsewhere'), /\s*,\s*/),
    timezone: asText(site.get('timezone')),
    language: asText(site.get('language')),
    unicodeSlugs: site.get('unicodeSlugs') === true,
    sections,
    paths: [...sections.map(({ key }) => key), ...pagesOf(join(root, pageFolder))].map(name => `/${name}/`),
    series: named(namesFileOf('series')),
    formats: formatsIn(asMap(site.get('feeds'))?.get('formats')),
    people: named(dataFiles.people),
  }
}

const formatsIn = (value: unknown): readonly FeedFormat[] =>
  Array.isArray(value) ? feedFormats.filter(format => value.includes(format)) : feedFormats

const pagesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(file => file.endsWith('.md'))
        .map(file => file.slice(0, -3))
    : []
