// The parts of a front, one below the other. No story stands on it twice.

import type { ContainerSpec, FrontFile } from '../domain/front.ts'
import type { Day } from '../domain/instant.ts'
import { describe, type Listing, nameOfListing } from '../domain/listing.ts'
import { dayUrl, frontUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import {
  type Faces,
  fillLead,
  fillShape,
  inGroups,
  measureOf,
  mostIn,
  type Shape,
} from '../front/shape-of.ts'
import { inBulletinOrder } from './bulletin-order.ts'
import type { PageContext } from './page-kind.ts'
import { faceOf } from './person-view.ts'
import { type Card, cardOf } from './story-card.ts'

type FrontCard = Card & {
  /** Of the day that holds the front: then its hour says enough. */
  readonly isOfDay: boolean
  /** Its number in the bulletin, where that is what is shown. */
  readonly rank: number | null
}

export type FrontPart = Heading & {
  readonly shape: Shape | 'introduction'
  /** By their weight: those that the shape shows largest first. */
  readonly groups: readonly (readonly FrontCard[])[]
}

type Heading = {
  /** What stands over it; null over what leads. */
  readonly name: string | null
  /** Where its heading leads. */
  readonly url: string | null
  /** Whether its stories are of several sections. */
  readonly showsSection: boolean
}

export type FrontPlan = {
  readonly context: PageContext
  readonly front: Pick<FrontFile, 'hidden' | 'introduction'>
  readonly containers: readonly ContainerSpec[]
  /** That holds the front; null before the first story. */
  readonly day: Day | null
  /** What leads, in its order, more than fit. */
  readonly top: readonly Story[]
  /** Stories that stand on the page already. */
  readonly shown: readonly Story[]
  /** Whether what leads may be of several sections. Default: it may. */
  readonly showsSection?: boolean
  /** How many lead; as many as their shape holds, unless it says otherwise. */
  readonly mostLeading?: number
}

/** The page as far as it is made. */
type Draft = FrontPlan & {
  /** Files of stories that stand on it, or are not to. */
  readonly taken: Set<string>
  readonly parts: FrontPart[]
  /** Of pictures that are still to come. */
  bytesLeft: number
}

export const partsOfFront = (plan: FrontPlan): readonly FrontPart[] => {
  const draft: Draft = {
    ...plan,
    taken: new Set([...plan.front.hidden, ...plan.shown.map(({ file }) => file)]),
    parts: [],
    bytesLeft: plan.context.newsroom.site.fronts.pictureBytes,
  }
  for (const container of plan.containers) addContainer(draft, container)
  return draft.parts
}

const addContainer = (draft: Draft, container: ContainerSpec): void => {
  const { archive, newsroom } = draft.context
  if (container.holds === 'top')
    addStories(
      draft,
      draft.top,
      { ...leading, showsSection: draft.showsSection ?? true },
      { isLead: true, most: draft.mostLeading ?? null },
    )
  else if (container.holds === 'bulletin') addBulletin(draft)
  else if (container.holds === 'sections') addSections(draft)
  else if (container.holds === 'introduction') {
    if (draft.front.introduction !== '') draft.parts.push({ shape: 'introduction', ...leading, groups: [] })
  } else if (container.holds === 'stories') {
    const stories = container.files.flatMap(file => archive.story(file) ?? []).filter(archive.isLive)
    addStories(draft, stories, { name: container.title, url: null, showsSection: true })
  } else {
    const { listing, title, most } = container
    const name = title ?? describe(listing, newsroom).name
    const heading = { name, url: frontUrl(listing), showsSection: listing.of !== 'section' }
    addStories(draft, newestOf(draft, listing, most ?? candidates), heading, { most })
  }
}

const leading: Heading = { name: null, url: null, showsSection: true }

/** So many of a listing are looked at for its part. */
const candidates = 10

const newestOf = ({ context, taken }: Draft, listing: Listing, count: number): readonly Story[] =>
  context.archive
    .listing(listing)
    .newest(count + taken.size)
    .filter(({ file }) => !taken.has(file))
    .slice(0, count)

type Asked = { readonly isLead?: boolean; readonly shape?: Shape; readonly most?: number | null }

const addStories = (
  draft: Draft,
  stories: readonly Story[],
  heading: Heading,
  { isLead = false, shape, most = null }: Asked = {},
): void => {
  const above = draft.parts.at(-1)?.shape
  const before = above === undefined || above === 'introduction' ? null : above
  const each = stories
    .filter(({ file, front }) => front !== false && !draft.taken.has(file))
    .map((story): Faces & { readonly story: Story } => ({
      story,
      hasPicture: story.image !== null && draft.bytesLeft > 0,
      hasFace: faceOf(story, draft.context.newsroom) !== null,
    }))
  const filled = shape
    ? { shape, stories: each.slice(0, most ?? mostIn(shape)) }
    : isLead
      ? fillLead(each, most)
      : fillShape(each, before, most)
  if (filled === null || filled.stories.length === 0) return
  const { pictures } = measureOf[filled.shape]
  const hasFace = filled.shape === 'faces'
  const cards = filled.stories.map(({ story, hasPicture }, index) =>
    cardFor(draft, story, { hasPicture: hasPicture && index < pictures, hasFace }),
  )
  draft.bytesLeft -= cards.filter(({ picture }) => picture !== null).length * bytesOfPicture
  for (const { story } of filled.stories) draft.taken.add(story.file)
  draft.parts.push({ shape: filled.shape, ...heading, groups: inGroups(filled.shape, cards) })
}

/** What the picture of a card costs a reader, about. */
const bytesOfPicture = 20_000

type Shown = { readonly hasPicture?: boolean; readonly hasFace?: boolean; readonly rank?: number | null }

const cardFor = (
  { context, day }: Draft,
  story: Story,
  { hasPicture = false, hasFace = false, rank = null }: Shown,
): FrontCard => {
  const { picture, face, ...card } = cardOf(story, context.newsroom)
  const isOfDay = story.day === day
  return { ...card, picture: hasPicture ? picture : null, face: hasFace ? face : null, isOfDay, rank }
}

const addBulletin = (draft: Draft): void => {
  const { context, day, taken } = draft
  if (day === null) return
  const stories = context.archive.storiesOf(inBulletinOrder(day, context.archive))
  const cards = stories.flatMap((story, index) =>
    taken.has(story.file) || story.front === false ? [] : [cardFor(draft, story, { rank: index + 1 })],
  )
  if (cards.length === 0) return
  for (const { file } of stories) taken.add(file)
  const name = context.archive.curation(day)?.title ?? context.time.day(day)
  draft.parts.push({ shape: 'numbered', name, url: dayUrl(day), showsSection: true, groups: [cards] })
}

/** A section with fewer that are not shown yet gets no part of its own: those few stand together. */
const fewestOfSection = 3

const mostOfFew = 8

const addSections = (draft: Draft): void => {
  const { newsroom } = draft.context
  const named = draft.containers.flatMap(each =>
    each.holds === 'listing' ? nameOfListing(each.listing) : [],
  )
  const few: Story[] = []
  for (const { key, name } of newsroom.sections) {
    const listing: Listing = { of: 'section', key }
    if (named.includes(nameOfListing(listing))) continue
    const stories = newestOf(draft, listing, candidates).filter(({ front }) => front !== false)
    if (stories.length < fewestOfSection) few.push(...stories)
    else addStories(draft, stories, { name, url: frontUrl(listing), showsSection: false })
  }
  const heading = { name: newsroom.strings.moreNews, url: null, showsSection: true }
  addStories(
    draft,
    few.toSorted((one, other) => other.date - one.date),
    heading,
    {
      shape: 'headlines',
      most: mostOfFew,
    },
  )
}
