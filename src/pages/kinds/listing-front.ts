// The entrance of a section, a topic, a series, a byline or of breaking news: what leads it, its newest stories, and the way
// into its months.

import { type ContainerSpec, mayHold, noFrontFile } from '../../domain/front.ts'
import type { Instant } from '../../domain/instant.ts'
import {
  isStanding,
  type Listing,
  type ListingName,
  listingRow,
  listingsOf,
  newestOnFront,
  standingListings,
} from '../../domain/listing.ts'
import { frontUrl, monthUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { byWorth } from '../../front/front-order.ts'
import { leadingStories, nextLeaving } from '../../front/leading-stories.ts'
import { describeListing, inDirectory } from '../describe-listing.ts'
import { partsOfFront } from '../front-parts.ts'
import { type PageContext, type PageKind, pageKind } from '../page-kind.ts'
import { personView } from '../person-view.ts'
import { cardOf } from '../story-card.ts'

export const listingFront = (of: ListingName): PageKind =>
  pageKind<Listing>({
    name: `${of}-front`,
    layout: 'layouts/listing-front.njk',
    always: context => standingListings(context.newsroom).filter(listing => listing.of === of),
    pagesOf: (story, context) => [
      ...listingsOf(story).filter(listing => listing.of === of),
      ...(of === 'section' ? frontsHolding(story, context) : []),
    ],
    pagesOfFront: section => (section !== null && of === 'section' ? [{ of, key: section }] : []),
    nextChange: of === 'section' ? nextLeavingOf : () => null,
    urlOf: frontUrl,
    dataOf: (listing, context) => {
      const { archive, newsroom, time } = context
      const stories = archive.listing(listing)
      const newest = stories.newest(newestOnFront)
      if (newest.length === 0 && !isStanding(listing, context.newsroom)) return null
      const { name, description, person, crumbs, directory } = describeListing(listing, context, newest)
      const { parts, introduction } = partsOf(listing, newest, context)
      const shown = new Set(parts.flatMap(({ groups }) => groups.flat()).map(({ url }) => url))
      return {
        meta: {
          title: name,
          description: description ?? `${inDirectory(name, directory)}: ${newsroom.site.description}`,
          feed: { name, url: frontUrl(listing) },
          crumbs,
        },
        listing: {
          ...{ name, directory, description, parts, person: person && personView(person) },
          showsSection: listingRow(of).showsSection,
          cards: newest.filter(({ url }) => !shown.has(url)).map(story => cardOf(story, newsroom)),
          months: stories.months.map(month => ({ name: time.month(month), url: monthUrl(listing, month) })),
        },
        body: introduction,
        markdown: { pictures: [], base: '', url: frontUrl(listing) },
      }
    },
  })

const frontsHolding = (story: Story, { archive, newsroom }: PageContext): readonly Listing[] =>
  newsroom.sections.flatMap(({ key }): readonly Listing[] => {
    const front = key === story.section ? null : archive.frontFile(key)
    return front !== null && mayHold(front, story) ? [{ of: 'section', key }] : []
  })

/** When a story leaves its place on the front of some section. */
const nextLeavingOf = ({ archive, newsroom }: PageContext): Instant | null => {
  const leavings = newsroom.sections.flatMap(({ key }) => {
    const front = archive.frontFile(key)
    return (front && nextLeaving(front, archive.now)) ?? []
  })
  return leavings.length === 0 ? null : (Math.min(...leavings) as Instant)
}

/** Those that have leading stories. A person's come one after the other. */
const led: readonly ListingName[] = ['section', 'topic', 'series']

/** With fewer there is nothing to lead. */
const fewestToLead = 4

/** A lead and two seconds: what follows stands below in its order. */
const mostLeading = 3

const partsOf = (listing: Listing, newest: readonly Story[], context: PageContext) => {
  const { archive, newsroom } = context
  const section = listing.of === 'section' ? listing.key : null
  const written = section === null ? null : archive.frontFile(section)
  const front = written ?? noFrontFile(section)
  if (written === null && (!led.includes(listing.of) || newest.length < fewestToLead))
    return { parts: [], introduction: '' }
  const ordered = newest.toSorted(byWorth(newsroom.site.fronts.hoursPerStep)).map(({ file }) => file)
  const isLive = (file: string) => {
    const story = archive.story(file)
    return story !== null && archive.isLive(story)
  }
  const placed = leadingStories({ front, ordered, now: archive.now, isLive })
  const top = placed.flatMap(file => archive.story(file) ?? []).filter(story => story.front !== false)
  const parts = partsOfFront({
    ...{ context, front, containers: front.containers ?? defaultContainers, day: null, shown: [] },
    ...{ top, mostLeading },
    showsSection: listingRow(listing.of).showsSection,
  })
  return { parts, introduction: front.introduction }
}

const defaultContainers: readonly ContainerSpec[] = [{ holds: 'introduction' }, { holds: 'top' }]
