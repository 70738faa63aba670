// routes.yaml of Ghost: which posts had which addresses. Without it, each post stands at the front: /pier/.

import { parseUrl } from '../../../domain/web-address.ts'
import { dayOf } from '../../../time/wire-time.ts'
import { toInstant } from '../../fields/find-date.ts'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'
import { readWrittenTime } from '../../times/read-written-time.ts'
import type { GhostPost } from './ghost-post.ts'
import { ghostTime } from './ghost-time.ts'
import { type PostFilter, readFilter } from './read-filter.ts'

export type GhostRoutes = {
  /** The address of a post or page; null for a post that no collection shows. */
  readonly addressOf: (post: GhostPost) => string | null
  /** For the report. */
  readonly remarks: readonly string[]
  readonly faults: readonly string[]
}

type Collection = { readonly permalink: string; readonly shows: PostFilter }

/** `routes`: the file as data, or null. `permalinks`: the pattern of versions before there was such a file, or null. */
export const readRoutes = (routes: Fields | null, permalinks: string | null, zone: string): GhostRoutes => {
  const faults: string[] = []
  const written = asMap(routes?.get('collections'))
  const collections: readonly Collection[] =
    written === null
      ? [{ permalink: permalinks === null ? '/{slug}/' : withBraces(permalinks), shows: () => true }]
      : [...written].map(([path, value]) => collectionOf(path, asMap(value), faults))
  for (const [path, value] of asMap(routes?.get('routes')) ?? [])
    faults.push(`the page ${path}${template(value)} has no story and is not taken`)
  return {
    addressOf: post => {
      // Ghost's API and tools that move sites say where it stood.
      const url = parseUrl(post.text('url'))
      if (url !== null) return url.pathname
      if (post.isPage) return `/${post.text('slug')}/`
      const collection = collections.find(({ shows }) => shows(post))
      return collection === undefined ? null : fill(collection.permalink, post, zone)
    },
    remarks: [
      `old addresses are kept as ${[...new Set(collections.map(({ permalink }) => permalink))].join(', ')}`,
    ],
    faults,
  }
}

const template = (value: unknown): string => {
  const name = asText(value) ?? asText(asMap(value)?.get('template'))
  return name === null ? '' : ` (${name})`
}

const collectionOf = (path: string, value: Fields | null, faults: string[]): Collection => {
  const permalink = withBraces(asText(value?.get('permalink')) ?? `${path}{slug}/`)
  const filter = asText(value?.get('filter'))
  const shows = filter === null ? () => true : readFilter(filter)
  if (shows === null)
    faults.push(`the filter “${filter}” of ${path} is unknown; no post is taken to be in it`)
  return { permalink, shows: shows ?? (() => false) }
}

/** The first versions wrote /:year/:slug/. */
const withBraces = (permalink: string): string => permalink.replace(/:([a-z_]+)/g, '{$1}')

const fill = (permalink: string, post: GhostPost, zone: string): string => {
  const [year = '', month = '', day = ''] = dayOfPost(post, zone).split('-')
  const [tag] = post.tags
  const author = post.authors[0]?.slug ?? 'all'
  const values: Readonly<Record<string, string>> = {
    slug: post.text('slug'),
    id: post.id,
    ...{ year, month, day, author, primary_author: author },
    primary_tag: tag === undefined || tag.isInternal ? 'all' : tag.slug,
  }
  return permalink.replace(/\{([a-z_]+)\}/g, (written, name: string) => values[name] ?? written)
}

/** In the zone of the old site. */
const dayOfPost = (post: GhostPost, zone: string): string => {
  const reading = readWrittenTime(ghostTime(post.field('published_at')))
  if (reading.kind !== 'read') return ''
  const instant = toInstant(reading.time, { zone, hasExactTimes: true }, () => {})
  return instant.ok ? dayOf(instant.value.instant, zone) : ''
}
