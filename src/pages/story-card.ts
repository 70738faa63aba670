// A story as other pages show it.

import type { Instant } from '../domain/instant.ts'
import { describe, type Listing } from '../domain/listing.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { frontUrl } from '../domain/site-addresses.ts'
import { bylineKey } from '../domain/slug.ts'
import { type LeadPicture, modifiedAt, type Story } from '../domain/story.ts'
import { type PictureView, viewOnCard, viewUncropped } from '../pictures/picture-view.ts'
import type { Link } from './page-kind.ts'
import { faceOf } from './person-view.ts'

export type Card = Pick<
  Story,
  'url' | 'title' | 'kicker' | 'summary' | 'date' | 'dateline' | 'urgency' | 'language'
> & {
  readonly section: Link
  readonly bylines: readonly Link[]
  /** The last update or correction; null when the story stands as published. */
  readonly modified: Instant | null
  /** Whether it is a live blog that goes on. */
  readonly isLive: boolean
  readonly picture: CardPicture | null
  /** Of its first author, where people.yaml has one. */
  readonly face: PictureView | null
}

/** `large`: for the card that leads a page. */
type CardPicture = { readonly alt: string; readonly small: PictureView; readonly large: PictureView }

export const cardOf = (story: Story, data: SiteData): Card => ({
  ...lineOf(story, data),
  picture: story.image && cardPicture(story.image),
  face: faceOf(story, data),
})

const cardPicture = (image: LeadPicture): CardPicture => ({
  alt: image.alt,
  small: viewOnCard(image),
  large: viewUncropped(image),
})

/** A card without its pictures: a month can hold a thousand. */
export const lineOf = (story: Story, data: SiteData): Card => {
  const { url, title, kicker, summary, date, dateline, urgency, language } = story
  const modified = modifiedAt(story)
  return {
    url,
    title,
    kicker,
    summary,
    date,
    dateline,
    urgency,
    language,
    section: sectionLink(story.section, data),
    bylines: bylineLinks(story, data),
    modified: modified > date ? modified : null,
    isLive: story.live?.isOn ?? false,
    picture: null,
    face: null,
  }
}

/** For a link to the story. */
export type Headline = Pick<Story, 'url' | 'title' | 'language'>

export const headlineOf = ({ url, title, language }: Story): Headline => ({
  url,
  title,
  language,
})

export const sectionLink = (key: string, data: SiteData): Link => listingLink({ of: 'section', key }, data)

export const bylineLinks = (story: Story, { people }: SiteData): readonly Link[] =>
  story.authors.map(author => ({
    name: people.get(author)?.name ?? author,
    url: frontUrl({ of: 'byline', key: bylineKey(author) }),
  }))

export const topicLink = (key: string, data: SiteData): Link => listingLink({ of: 'topic', key }, data)

export const listingLink = (listing: Listing, data: SiteData): Link => ({
  name: describe(listing, data).name,
  url: frontUrl(listing),
})
