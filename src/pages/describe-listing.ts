// What a listing is called, what is said of it, and which pages stand above it.

import type { Listing } from '../domain/listing.ts'
import type { Person } from '../domain/newsroom.ts'
import { bylineKey } from '../domain/slug.ts'
import type { Story } from '../domain/story.ts'
import type { Link, PageContext } from './page-kind.ts'
import { topicLink } from './story-card.ts'

type Description = {
  readonly name: string
  readonly description: string | null
  /** Only of a byline whose author stands in people.yaml. */
  readonly person: Person | null
  readonly crumbs: readonly Link[]
}

/** `shown`: the stories on the page. The newest says how a byline without an entry in people.yaml is spelled. */
export const describeListing = (
  listing: Listing,
  { archive, newsroom }: PageContext,
  shown?: readonly Story[],
): Description => {
  const { site, sections, topics, people, strings } = newsroom
  const front = { name: site.name, url: '/' }
  if (listing.of === 'site')
    return { name: site.name, description: site.description, person: null, crumbs: [] }
  if (!('key' in listing))
    return { name: strings.breakingNews, description: null, person: null, crumbs: [front] }
  const { of, key } = listing
  if (of === 'section') {
    const section = sections.find(known => known.key === key)
    return {
      name: section?.name ?? key,
      description: section?.description ?? null,
      person: null,
      crumbs: [front],
    }
  }
  if (of === 'topic') {
    const description = topics.get(key)?.description ?? null
    return {
      name: topicLink(key, newsroom).name,
      description,
      person: null,
      crumbs: [front, { name: strings.topics, url: '/topics/' }],
    }
  }
  const person = people.get(key) ?? null
  const signed = () =>
    (shown ?? archive.listing(listing).newest(1))[0]?.authors.find(author => bylineKey(author) === key)
  return {
    name: person?.name ?? signed() ?? key,
    description: person?.bio ?? null,
    person,
    crumbs: [front, { name: strings.bylines, url: '/bylines/' }],
  }
}
