// What a Ghost site had besides its posts: its collections, lists by tag and author, and their feeds.

import { asMap, asText, type Fields } from '../../fields/read-fields.ts'
import { laterParts, type OldPage, type PublicStory, type Shown } from '../old-page.ts'
import type { GhostPost } from './ghost-post.ts'

/** As Ghost's own themes have had it for long; an export does not tell. */
const usualPart = 25

type Counted = { readonly name: string; readonly slug: string; readonly count: number }

type GhostLists = {
  /** Of posts that readers could see. */
  readonly posts: readonly GhostPost[]
  readonly stories: readonly PublicStory[]
  /** routes.yaml, or null. */
  readonly routes: Fields | null
  readonly perPart: number | null
}

export const ghostPages = ({ posts, stories, routes, perPart }: GhostLists): readonly OldPage[] => {
  const size = perPart ?? usualPart
  const list = (path: string, count: number, shows: Shown, hasFeed = true): readonly OldPage[] => [
    { address: path, shows },
    ...(hasFeed ? [{ address: `${path}rss/`, shows, feed: 'rss' as const }] : []),
    ...laterParts(part => `${path}page/${part}/`, count, size, shows),
  ]
  const collections = [...(asMap(routes?.get('collections')) ?? [])]
  const lists: readonly (readonly [string, unknown])[] = collections.length > 0 ? collections : [['/', null]]
  const taxonomies = asMap(routes?.get('taxonomies'))
  const patternOf = (name: string) =>
    taxonomies === null && routes !== null ? null : (asText(taxonomies?.get(name)) ?? `/${name}/{slug}/`)
  const ofLabels = (of: 'tag' | 'author', labels: readonly Counted[]): readonly OldPage[] => {
    const pattern = patternOf(of)
    if (pattern === null) return []
    return labels.flatMap(({ name, slug, count }) =>
      list(slashed(pattern.replace(/\{slug\}|:slug/, slug)), count, { of, name }),
    )
  }
  return [
    ...lists.flatMap(([path, value]) => {
      const collection = asMap(value)
      const name = slashed(path).split('/').filter(Boolean).at(-1) ?? ''
      const holdsAll = lists.length === 1
      const shows: Shown = name === '' ? { of: 'all' } : { of: 'category', name, holdsAll }
      return list(slashed(path), stories.length, shows, collection?.get('rss') !== false)
    }),
    ...ofLabels('tag', countLabels(posts, 'tags')),
    ...ofLabels('author', countLabels(posts, 'authors')),
    ...[...(asMap(routes?.get('routes')) ?? [])].map(
      ([path]): OldPage => ({
        address: slashed(path),
        shows: { of: 'nothing', reason: 'it was a page of the theme' },
      }),
    ),
  ]
}

const slashed = (path: string): string => `/${path}/`.replace(/\/{2,}/g, '/').replace(/(\.\w+)\/$/, '$1')

const countLabels = (posts: readonly GhostPost[], of: 'tags' | 'authors'): readonly Counted[] => {
  const counted = new Map<string, Counted>()
  for (const post of posts)
    for (const { name, slug, isInternal } of post[of])
      if (!isInternal && slug !== '')
        counted.set(slug, { name, slug, count: (counted.get(slug)?.count ?? 0) + 1 })
  return [...counted.values()]
}
