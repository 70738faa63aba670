// The facts about a newsroom's site: what every page may draw on, whatever the stories are.

import type { AiUse } from './ai-use.ts'
import type { Feeds } from './feeds.ts'
import type { Day, Instant } from './instant.ts'
import type { Direction } from './language.ts'
import type { NamesFile } from './listing.ts'
import type { ProfileLink } from './profile-links.ts'
import type { ShareService } from './share-services.ts'
import type { PictureFile } from './story.ts'
import type { Strings } from './strings.ts'

export type Policy =
  | 'ethics'
  | 'corrections'
  | 'ownership'
  | 'diversity'
  | 'unnamedSources'
  | 'feedback'
  | 'masthead'

export type Site = {
  readonly name: string
  readonly tagline: string | null
  /** Origin without a trailing slash: "https://news.example". */
  readonly url: string
  /** IANA name: "Asia/Kolkata". */
  readonly timezone: string
  /** BCP 47: "en-IN". */
  readonly language: string
  readonly direction: Direction
  readonly description: string
  readonly publisher: { readonly name: string; readonly url: string }
  readonly contact: { readonly email: string; readonly phone: string | null; readonly address: string | null }
  /** Pages of this site with the rules that the newsroom works by. */
  readonly policies: { readonly [policy in Policy]?: string | undefined }
  /** A picture file of this site; null when there is none. */
  readonly logo: string | null
  /** What stands in the masthead instead of the name: files of this site. */
  readonly wordmark: { readonly light: string; readonly dark: string | null } | null
  /** What is shown where somebody shares a page without a picture of its own: a file of this site. */
  readonly shareImage: { readonly src: string; readonly alt: string } | null
  /** What is made of it, or of the logo; null where there is neither, and in the preview. */
  readonly sharePicture: SharePicture | null
  /** For a home screen. */
  readonly shortName: string | null
  readonly icons: readonly {
    readonly src: string
    readonly sizes: string
    readonly type: string
    readonly purpose?: 'any' | 'maskable' | 'monochrome' | undefined
  }[]
  readonly ai: AiUse
  /** What trust.txt says, besides the contact: addresses by name. */
  readonly trust: Readonly<Record<string, readonly string[]>>
  readonly security: {
    readonly contact: readonly string[]
    readonly expires: Instant
    readonly languages: readonly string[]
    readonly policy: string | null
  } | null
  /** Lines of ads.txt. */
  readonly ads: readonly string[]
  readonly llms: boolean
  /** Where readers are offered to share a story. */
  readonly share: readonly ShareService[]
  /** How long after its release a story of urgency 1 or 2 raises the banner. */
  readonly breakingHours: number
  readonly fronts: {
    /** A new day takes the front over when it has so many stories, or at this hour, "06:00". */
    readonly stories: number
    readonly hour: string
    /** So many hours of newness a step of urgency is worth. */
    readonly hoursPerStep: number
    /** What the pictures of a front may weigh, about. */
    readonly pictureBytes: number
  }
  /** Whether the slugs of stories may have letters of any script; else only a–z. */
  readonly unicodeSlugs: boolean
  /** What a page may weigh without its pictures: bytes as compressed by brotli. */
  readonly weight: number
  /** What becomes of a live story that changes without a word about it; so many minutes after its release it may. */
  readonly edits: { readonly silent: 'error' | 'warning'; readonly freeMinutes: number }
  /** The newsroom's app; null when it has none. */
  readonly app: {
    readonly name: string
    readonly text: string
    readonly ios: string | null
    readonly android: string | null
    /** Apple's number of it. */
    readonly id: string | null
  } | null
  /** Whether readers can search the stories. */
  readonly search: boolean
  readonly hosting: Hosting
  /** Paths at the same host that something else answers for, "/shop", each with all below it. */
  readonly elsewhere: readonly string[]
  readonly feeds: Feeds
  /** Whether each story is published as ninjs data as well, with a list of what changed. */
  readonly ninjs: boolean
  /** Where search engines hear of changed pages; null for nowhere. */
  readonly indexNow: { readonly key: string; readonly endpoint: string } | null
}

export type SharePicture = {
  readonly picture: PictureFile
  /** It is set on a plain ground, whole; else the picture is cut. */
  readonly isLogo: boolean
  readonly alt: string
  /** Of the JPEG that is made of it. */
  readonly url: string
  readonly width: number
  readonly height: number
}

/**
 * For which network of servers _headers and _redirects are written: cloudflare means what both it and Netlify understand,
 * netlify also what only Netlify does; none means no such files.
 */
export type Cdn = 'cloudflare' | 'netlify' | 'none'

type Hosting = {
  readonly cdn: Cdn
  /** Whether each text file gets compressed copies as well. */
  readonly precompress: boolean
}

export type Section = { readonly key: string; readonly name: string; readonly description: string | null }

export type Person = {
  readonly key: string
  readonly name: string
  readonly role: string | null
  readonly bio: string | null
  readonly email: string | null
  /** A picture file of this site: its path. */
  readonly portrait: string | null
  /** What is known of it. */
  readonly picture: PictureFile | null
  readonly links: readonly ProfileLink[]
  /** "@name@host" */
  readonly fediverse: string | null
}

/** A topic that a file of _data/ names; most have their key alone. */
export type Named = { readonly key: string; readonly name: string; readonly description: string | null }

/** What an editor says of one day's bulletin. */
export type Curation = {
  readonly file: string
  readonly day: Day
  readonly title: string | null
  /** Slugs of the day's stories, the first ones first. */
  readonly order: readonly string[]
  /** Markdown. */
  readonly introduction: string
  /** Paths on this site, with their #, that the introduction links to. */
  readonly links: readonly string[]
}

/** The site data, checked: what every page may draw on. */
export type SiteData = {
  readonly site: Site
  /** In menu order. */
  readonly sections: readonly Section[]
  readonly people: ReadonlyMap<string, Person>
  /** By file of _data/: names of topics. */
  readonly names: Readonly<Record<NamesFile, ReadonlyMap<string, Named>>>
  readonly strings: Strings
}

/** A page of content/pages, which Eleventy makes without our help. */
export type PlainPage = { readonly title: string; readonly url: string; readonly file: string }

export type Newsroom = SiteData & {
  /** Sorted by url. */
  readonly plainPages: readonly PlainPage[]
}
