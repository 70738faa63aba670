// The configuration of a Zola site, as far as it is about addresses and languages.

import { join } from 'node:path'
import picomatch from 'picomatch'
import { readDataFile } from '../../fields/read-data-file.ts'
import { asMap, asText, asTexts, type Fields } from '../../fields/read-fields.ts'

export type ZolaSite = {
  /** Relative to the archive. */
  readonly file: string
  /** The configuration is there, but no program can read it. */
  readonly isUnread: boolean
  readonly origin: string | null
  /** The path below which the site is, "/news"; empty for a site at the root of its host. */
  readonly basePath: string
  readonly defaultLanguage: string
  readonly otherLanguages: readonly string[]
  /** How names become parts of addresses. */
  readonly slugs: 'on' | 'safe' | 'off'
  readonly keepsDates: boolean
  /** Whether the site passed a file of its content over. */
  readonly isIgnored: (path: string) => boolean
  readonly taxonomies: readonly string[]
  readonly taxonomySlugs: 'on' | 'safe' | 'off'
  /** All that it says. */
  readonly config: Fields
}

const settingsFiles = ['zola.toml', 'config.toml']

/** Of an archive whose configuration is not there, or is that of another program, null. */
export const readZolaSite = (root: string, files: readonly string[]): ZolaSite | null => {
  const file = settingsFiles.find(name => files.includes(name))
  if (file === undefined) return null
  const config = asMap(readDataFile(join(root, file)))
  if (config === null) return file === 'zola.toml' ? siteOf(file, new Map(), true) : null
  return file === 'zola.toml' || config.has('base_url') ? siteOf(file, config, false) : null
}

const siteOf = (file: string, config: Fields, isUnread: boolean): ZolaSite => {
  const base = /^(https?:\/\/[^/]+)(\/.*)?$/.exec(asText(config.get('base_url')) ?? '')
  const isOwn = base !== null && !/^https?:\/\/(?:localhost|127\.|(?:www\.)?example\.)/i.test(base[0])
  const slugify = asMap(config.get('slugify'))
  const ignored = asTexts(config.get('ignored_content'), null)
  const taxonomies = config.get('taxonomies')
  return {
    ...{ file, isUnread },
    origin: isOwn ? (base[1] ?? null) : null,
    basePath: (base?.[2] ?? '').replace(/\/+$/, ''),
    defaultLanguage: asText(config.get('default_language')) ?? 'en',
    otherLanguages: [...(asMap(config.get('languages'))?.keys() ?? [])],
    ...{ config, slugs: modeOf(slugify?.get('paths')), taxonomySlugs: modeOf(slugify?.get('taxonomies')) },
    keepsDates: slugify?.get('paths_keep_dates') === true,
    isIgnored: ignored.length === 0 ? () => false : picomatch([...ignored], { dot: true }),
    taxonomies: (Array.isArray(taxonomies) ? taxonomies : []).flatMap(
      each => asText(asMap(each)?.get('name')) ?? [],
    ),
  }
}

const modeOf = (value: unknown): ZolaSite['slugs'] => (value === 'safe' || value === 'off' ? value : 'on')
