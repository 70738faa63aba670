// What the configuration of a Jekyll site says of its files: which become pages, and where.

import { isZone } from '../../../time/is-zone.ts'
import { asMap, asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import { type DefaultSet, readDefaultSets } from './default-fields.ts'

type Collection = { readonly hasPages: boolean; readonly permalink: string | null }

export type JekyllSite = {
  /** IANA zone of the days in addresses; null when the configuration names none. */
  readonly zone: string | null
  /** The path below which the site was, "/news"; empty for a site at the root of its host. */
  readonly basePath: string
  /** The style or pattern of addresses. */
  readonly permalink: string
  readonly collections: ReadonlyMap<string, Collection>
  /** The folder in which all collections lie, or empty. */
  readonly collectionsFolder: string
  readonly defaults: readonly DefaultSet[]
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

// https://jekyllrb.com/docs/configuration/options/
const alwaysExcluded = [
  ...['.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile', 'Gemfile.lock', 'node_modules'],
  ...['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'],
]

/** `config`: the members of _config.yml; without any, Jekyll's own defaults hold. */
export const readJekyllSite = (config: Fields): JekyllSite => {
  const zone = asText(config.get('timezone'))
  return {
    zone: zone !== null && isZone(zone) ? zone : null,
    basePath: rooted(asText(config.get('baseurl')) ?? ''),
    permalink: asText(config.get('permalink')) ?? 'date',
    collections: collectionsIn(config.get('collections')),
    collectionsFolder: rooted(asText(config.get('collections_dir')) ?? '').slice(1),
    defaults: readDefaultSets(config.get('defaults')),
    include: ['.htaccess', ...asTexts(config.get('include'), null)],
    exclude: [...asTexts(config.get('exclude'), null), ...alwaysExcluded],
  }
}

/** "news/" is "/news". */
const rooted = (path: string): string => `/${path}`.replace(/\/{2,}/g, '/').replace(/\/$/, '')

/** A list of names, or a map of them. */
const collectionsIn = (value: unknown): ReadonlyMap<string, Collection> => {
  const named: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? asTexts(value, null).map(name => [name, null])
    : [...(asMap(value) ?? [])]
  return new Map(
    named.map(([name, settings]) => {
      const output = asMap(settings)?.get('output')
      return [
        name,
        {
          hasPages: output !== undefined && output !== null && !saysNo(output),
          permalink: asText(asMap(settings)?.get('permalink')),
        },
      ]
    }),
  )
}
