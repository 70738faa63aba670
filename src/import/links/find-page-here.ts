// The page or feed of the new site that shows what a list of the old one showed.

import type { FeedFormat } from '../../domain/feeds.ts'
import { feedUrl, frontUrl, layoutAddresses } from '../../domain/site-addresses.ts'
import { bylineKey } from '../../domain/slug.ts'
import { findAuthors, type KnownNames } from '../fields/find-authors.ts'
import { findSection, type SectionRules } from '../fields/find-section.ts'
import { findTags } from '../fields/find-tags.ts'
import type { OldPage, Shown } from '../sources/old-page.ts'

type Published = {
  readonly file: string
  /** Null before it has one. */
  readonly url: string | null
  readonly siteDay: string
  readonly tags: readonly string[]
  readonly authors: readonly string[]
}

type PageRules = {
  /** Those that readers see: no list here has others. */
  readonly stories: readonly Published[]
  readonly sections: SectionRules
  readonly names: KnownNames
  /** Those that the new site makes. */
  readonly formats: readonly FeedFormat[]
}

/** What generators call the list of all stories, whatever pages there are besides. */
const ofAll = /^(?:posts?|blogs?|articles?|stories|archives?|all)$/i

/** Null where the new site has nothing like it. */
export const createFindPageHere = (rules: PageRules): ((page: OldPage) => string | null) => {
  const { stories, formats } = rules
  const urls = new Map(stories.map(({ file, url }) => [file, url]))
  const topics = new Set(stories.flatMap(({ tags }) => tags))
  const bylines = new Set(stories.flatMap(({ authors }) => authors.map(bylineKey)))
  const days = new Set(stories.flatMap(({ siteDay }) => [siteDay, siteDay.slice(0, 7)]))
  const topicOf = (name: string): string | null => {
    const [key] = findTags([name], () => {})
    return key !== undefined && topics.has(key) ? frontUrl({ of: 'topic', key }) : null
  }
  const sectionOf = (name: string): string | null => {
    const filing = { categories: [name], folders: [], tags: [], paths: [] }
    const key = findSection(filing, rules.sections, () => {})
    return key === null ? null : frontUrl({ of: 'section', key })
  }
  const bylineOf = (name: string): string | null => {
    const [author] = findAuthors(name, rules.names, () => {})
    const key = author === undefined ? null : bylineKey(author)
    return key !== null && bylines.has(key) ? frontUrl({ of: 'byline', key }) : null
  }
  const ofTime = (path: string): string | null => {
    const day = path.slice(1, -1).replaceAll('/', '-')
    if (day.length > 4) return days.has(day) ? path : null
    return [...days].some(known => known.startsWith(day)) ? (layoutAddresses.archive ?? null) : null
  }
  const listOf = (shows: Exclude<Shown, { readonly of: 'time' | 'story' | 'nothing' }>): string | null => {
    if (shows.of === 'all') return '/'
    const { of, name, holdsAll } = shows
    const found =
      of === 'author' ? bylineOf(name) : of === 'tag' ? topicOf(name) : (sectionOf(name) ?? topicOf(name))
    return found ?? (holdsAll === true || (of === 'category' && ofAll.test(name)) ? '/' : null)
  }
  return ({ shows, feed }) => {
    if (shows.of === 'nothing') return null
    if (shows.of === 'story' || shows.of === 'time') {
      if (feed !== undefined) return null
      return shows.of === 'story' ? (urls.get(shows.file) ?? null) : ofTime(shows.path)
    }
    const front = listOf(shows)
    if (front === null || feed === undefined) return front
    const format = formats.includes(feed) ? feed : formats[0]
    return format === undefined ? null : feedUrl(front, format)
  }
}
