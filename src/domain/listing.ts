// What the site lists: all stories, the breaking ones, those of each section, topic, series and byline. One row makes a
// listing: its fronts, months, feeds, directory, sitemap entries and reserved words follow from it.

import { isBreaking } from './lifecycle.ts'
import type { Person, SiteData } from './newsroom.ts'
import { rememberFor } from './remember.ts'
import { bylineKey } from './slug.ts'
import type { Story } from './story.ts'
import type { Sentence } from './strings.ts'

/** A front shows this many; the months have them all. */
export const newestOnFront = 30

export type Description = {
  readonly name: string
  readonly description: string | null
  /** Only of a byline whose author stands in people.yaml. */
  readonly person: Person | null
}

type Row = {
  /** Of its fronts: "topics" has them at /topics/<key>/; "" stands for the site's root. */
  readonly folder: string
  /** Whether its pages say of each story which section it is of. */
  readonly showsSection: boolean
  /** The keys that a story stands under; '' for a listing without keys. */
  readonly keysOf: (story: Story) => readonly string[]
  /** The keys that have a front and feeds before their first story. */
  readonly standing?: (data: SiteData) => readonly string[]
  /** What one is called. `signed`: how the newest story spells a byline. Else its name comes from `names`. */
  readonly describe?: (key: string, data: SiteData, signed: () => string | undefined) => Description
}

type Label = 'name' | 'title'

type KeyedRow = Row & {
  /** The file of _data/ that may give its keys a name and a description. */
  readonly names?: 'topics' | 'series'
  /** What that file calls a name. */
  readonly label?: Label
  /** The title of its directory and of its feeds' group. */
  readonly title: Sentence
  /** Whether a page lists all of them, at its folder. */
  readonly directory?: 'always' | 'if named'
}

const keyless = {
  site: {
    folder: '',
    showsSection: true,
    keysOf: () => [''],
    standing: () => [''],
    describe: (_key, { site }) => ({ name: site.name, description: site.description, person: null }),
  },
  breaking: {
    folder: 'breaking',
    showsSection: true,
    keysOf: story => (isBreaking(story) ? [''] : []),
    // Who waits for breaking news subscribes before there is any.
    standing: () => [''],
    describe: (_key, { strings }) => ({ name: strings.breakingNews, description: null, person: null }),
  },
} as const satisfies Record<string, Row>

const keyed = {
  section: {
    folder: '',
    title: 'sections',
    showsSection: false,
    keysOf: ({ section }) => [section],
    // Every page's menu leads to them.
    standing: ({ sections }) => sections.map(({ key }) => key),
    describe: (key, { sections }) => {
      const section = sections.find(known => known.key === key)
      return { name: section?.name ?? key, description: section?.description ?? null, person: null }
    },
  },
  topic: {
    folder: 'topics',
    names: 'topics',
    title: 'topics',
    directory: 'always',
    showsSection: true,
    keysOf: ({ tags }) => tags,
  },
  series: {
    folder: 'series',
    names: 'series',
    label: 'title',
    title: 'series',
    directory: 'if named',
    showsSection: true,
    keysOf: ({ series }) => (series === null ? [] : [series]),
  },
  byline: {
    folder: 'bylines',
    title: 'bylines',
    directory: 'always',
    showsSection: true,
    keysOf: ({ authors }) => [...new Set(authors.map(bylineKey))],
    describe: (key, { people }, signed) => {
      const person = people.get(key) ?? null
      return { name: person?.name ?? signed() ?? key, description: person?.bio ?? null, person }
    },
  },
} as const satisfies Record<string, KeyedRow>

/** A listing with a key: one of a section, of a topic … */
export type ListingKind = keyof typeof keyed

export type ListingName = keyof typeof keyless | ListingKind

export type Listing =
  | { readonly of: keyof typeof keyless }
  | { readonly of: ListingKind; readonly key: string }

const rows: Readonly<Record<ListingName, Row>> = { ...keyless, ...keyed }

/** In the order of menus and sitemaps. */
export const listingNames = Object.keys(rows) as readonly ListingName[]

export const listingKinds = Object.keys(keyed) as readonly ListingKind[]

export const listingRow = (of: ListingName): Row => rows[of]

export const keyedRow = (of: ListingKind): KeyedRow => keyed[of]

/** Files of _data/ that name the keys of a listing. */
export const namesFiles = Object.values<KeyedRow>(keyed).flatMap(({ names }) => names ?? [])

/** What a file of names calls them. */
export const labelIn = (file: NamesFile): Label =>
  Object.values<KeyedRow>(keyed).find(({ names }) => names === file)?.label ?? 'name'

export type NamesFile = NonNullable<KeyedRow['names']>

/** Whether there is such a listing; an earlier version may have had others. */
export const isListing = ({ of }: { readonly of: string }): boolean => Object.hasOwn(rows, of)

export const listingAt = (of: ListingName, key: string): Listing =>
  Object.hasOwn(keyed, of) ? { of: of as ListingKind, key } : { of: of as keyof typeof keyless }

/** Those that have a page of all their keys: where keys must be named, from the first name on. */
export const directoriesOf = ({ names }: SiteData): readonly ListingKind[] =>
  listingKinds.filter(of => {
    const row = keyedRow(of)
    return (
      row.directory === 'always' || (row.directory === 'if named' && row.names && names[row.names].size > 0)
    )
  })

export const keyOf = (listing: Listing): string => ('key' in listing ? listing.key : '')

/** "section/world", "site" */
export const nameOfListing = (listing: Listing): string =>
  'key' in listing ? `${listing.of}/${listing.key}` : listing.of

/** The other way round. */
export const listingNamed = (name: string): Listing => {
  const [of = '', key = ''] = name.split('/')
  return listingAt(of as ListingName, key)
}

/** The listings that a story stands in. Six kinds of page ask for them. */
export const listingsOf = rememberFor((story: Story): readonly Listing[] =>
  listingNames.flatMap(of => rows[of].keysOf(story).map(key => listingAt(of, key))),
)

/** Those that have a front and feeds before their first story. */
export const standingListings = (data: SiteData): readonly Listing[] =>
  listingNames.flatMap(of => (rows[of].standing?.(data) ?? []).map(key => listingAt(of, key)))

export const isStanding = (listing: Listing, data: SiteData): boolean =>
  rows[listing.of].standing?.(data).includes(keyOf(listing)) ?? false

/** What a listing is called, and what is said of it. `signed`: how its newest story spells a byline. */
export const describe = (
  listing: Listing,
  data: SiteData,
  signed: () => string | undefined = () => undefined,
): Description => {
  const key = keyOf(listing)
  const row = rows[listing.of]
  if (row.describe) return row.describe(key, data, signed)
  const names = 'key' in listing ? keyedRow(listing.of).names : undefined
  const named = names && data.names[names].get(key)
  return { name: named?.name ?? titleCase(key), description: named?.description ?? null, person: null }
}

/** "north-korea" → "North Korea" */
const titleCase = (key: string): string =>
  key
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
