// What an old site had besides its stories: lists of them, feeds, and second addresses of a story.

import type { FeedFormat } from '../../domain/feeds.ts'

export type OldPage = {
  /** Its path on the old site, with the query where that alone tells it from others. */
  readonly address: string
  readonly shows: Shown
  /** Of a feed. */
  readonly feed?: FeedFormat
  /** A second or later part of a list, or the page of a picture: there are many, and few lead there. */
  readonly isMinor?: true
}

export type Shown =
  | { readonly of: 'all' }
  /** `holdsAll`: each story of the site is in it. */
  | { readonly of: 'category' | 'tag' | 'author'; readonly name: string; readonly holdsAll?: boolean }
  /** "/2020/", "/2020/05/" or "/2020/05/04/". */
  | { readonly of: 'time'; readonly path: string }
  /** An entry of the archive. */
  | { readonly of: 'story'; readonly file: string }
  /** The reason says why nothing here is like it. */
  | { readonly of: 'nothing'; readonly reason: string }

/** What is known of a story that readers could see, before it is written. */
export type PublicStory = {
  readonly file: string
  /** By the names that the import knows them by. */
  readonly fields: ReadonlyMap<string, unknown>
  readonly categories: readonly string[]
  readonly labels: readonly string[]
  /** Its day on the new site, "2020-05-04". */
  readonly siteDay: string
}

/** The second and later parts of a list of so many stories: "/page/2/" … */
export const laterParts = (
  address: (part: number) => string,
  stories: number,
  perPart: number,
  shows: Shown,
): readonly OldPage[] =>
  Array.from({ length: Math.max(0, Math.ceil(stories / Math.max(1, perPart)) - 1) }, (_, index) => ({
    ...{ address: address(index + 2), shows },
    isMinor: true as const,
  }))
