// What an editor says of a front: content/front.md for the site's, content/fronts/world.md for that of a section.

import type { Instant } from './instant.ts'
import { type Listing, listingsOf, nameOfListing } from './listing.ts'
import type { Story } from './story.ts'

/** A story of any day, by its file; `until` is when it leaves that place by itself. */
export type Placed = { readonly file: string; readonly until: Instant | null }

/** What a part of a front holds. */
export type ContainerSpec =
  /** The stories that lead: pinned ones, and those of the day by their urgency. */
  | { readonly holds: 'top' }
  /** The day's bulletin in its order, with its numbers. */
  | { readonly holds: 'bulletin' }
  /** The text of the file itself. */
  | { readonly holds: 'introduction' }
  /** Each section that has stories which the front does not show yet. */
  | { readonly holds: 'sections' }
  /** The newest of a section, a topic or a series. */
  | {
      readonly holds: 'listing'
      readonly listing: Listing
      readonly title: string | null
      readonly most: number | null
    }
  /** Picked by hand. */
  | { readonly holds: 'stories'; readonly files: readonly string[]; readonly title: string | null }

export type FrontFile = {
  readonly file: string
  /** Null for the site's front. */
  readonly section: string | null
  readonly title: string | null
  readonly lead: Placed | null
  readonly pinned: readonly Placed[]
  /** Files of stories that do not show here. */
  readonly hidden: readonly string[]
  /** In their order; null to leave it to the front. */
  readonly containers: readonly ContainerSpec[] | null
  /** Markdown. */
  readonly introduction: string
  /** Paths on this site, with their #, that the introduction links to. */
  readonly links: readonly string[]
}

/** A front of which an editor says something else than before. */
export type ChangedFront = Pick<FrontFile, 'section' | 'file'>

/** Whether a story, of whatever section, may stand on it by what its file says. */
export const mayHold = ({ lead, pinned, containers }: FrontFile, story: Story): boolean => {
  const placed = [...(lead === null ? [] : [lead]), ...pinned].some(({ file }) => file === story.file)
  const own = new Set(listingsOf(story).map(nameOfListing))
  return (
    placed ||
    (containers ?? []).some(
      part =>
        part.holds === 'sections' ||
        (part.holds === 'listing' && own.has(nameOfListing(part.listing))) ||
        (part.holds === 'stories' && part.files.includes(story.file)),
    )
  )
}

/** Without a file a front makes itself. */
export const noFrontFile = (section: string | null): Omit<FrontFile, 'file'> => ({
  ...{ section, title: null, lead: null, pinned: [], hidden: [] },
  ...{ containers: null, introduction: '', links: [] },
})
