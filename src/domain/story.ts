// One news item: what an editor wrote in one markdown file, checked.

import type { Day, Instant } from './instant.ts'
import type { LiveCoverage, LiveEntry } from './live-blog.ts'
import type { MediaFile } from './media.ts'

/** What smaller pictures can be made of. */
export type Pixels = {
  /** The dominant one, "#a5c". */
  readonly colour: string
}

/** A picture file that a story shows. */
export type PictureFile = {
  /** As the editor wrote it: a file beside the story's, or a site path when it begins with "/". */
  readonly src: string
  /** Relative to the site's root. */
  readonly file: string
  /** Of the file. */
  readonly digest: string
  /** Of what is published of a file that is published as it is, but for what a camera or program noted in it. */
  readonly strippedDigest?: string
  /** CSS pixels, the right way up. */
  readonly width: number
  readonly height: number
  /** How many bytes the file has that feeds enclose: the largest that every browser shows, or the picture as it is. */
  readonly bytes: number
  /** Whether nothing shows through: then a JPEG can hold it. Of a drawing and of what moves nobody knows. */
  readonly isOpaque: boolean
  /** Null when the file is published as it is: drawings (SVG), pictures that move, and everything in the preview. */
  readonly pixels: Pixels | null
}

export type LeadPicture = PictureFile & {
  /** Empty for one that only decorates. */
  readonly alt: string
  readonly credit: string
  readonly caption: string | null
}

export type Source = { readonly name: string; readonly url: string }

export type Correction = { readonly date: Instant; readonly text: string }

/** Of a story that came along from another site. */
type Imported = {
  /** Its path or name in the archive that it comes from. */
  readonly from: string
  /** Of the links in its text, those to pages that did not come along: paths as in `links`. */
  readonly nowhere: readonly string[]
}

type Withdrawal = { readonly date: Instant; readonly reason: string }

export type Story = {
  /** Relative to the site's root, with forward slashes: "content/stories/2024/10/24/talks.md". */
  readonly file: string
  /** Permanent: it comes from the file's place, so that section and slug may change. */
  readonly id: string
  readonly title: string
  /** A word or two over the headline: "Analysis". */
  readonly kicker: string | null
  readonly date: Instant
  /** The day of `date` in the site's zone. */
  readonly day: Day
  readonly url: string
  readonly summary: string
  readonly section: string
  /** Keys of people.yaml or plain names. */
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** A key of series.yaml. */
  readonly series: string | null
  readonly updated: Instant | null
  /** BCP 47; null when it is the site's. */
  readonly language: string | null
  readonly dateline: string | null
  readonly source: Source | null
  readonly urgency: number
  readonly image: LeadPicture | null
  readonly corrections: readonly Correction[]
  readonly draft: boolean
  /** Stories that stand below it, as its editor names them; none at all where the list is empty. */
  readonly related?: readonly string[] | undefined
  /** Its last edit changed nothing that readers rely on. */
  readonly minor?: boolean | undefined
  /** False: it stands in listings, but not on fronts. */
  readonly front?: boolean | undefined
  readonly embargo: Instant | null
  readonly withdrawn: Withdrawal | null
  readonly slug: string
  /** Old addresses, in the spelling of the links that lead there. */
  readonly aliases: readonly string[]
  /** Null for all stories but live blogs. */
  readonly live: LiveCoverage | null
  /** Of a live blog, newest first. */
  readonly entries: readonly LiveEntry[]
  /** Pictures in the body. */
  readonly pictures: readonly PictureFile[]
  /** Videos and sounds in the body. */
  readonly media: readonly MediaFile[]
  /** Paths on this site, with their #, that the body may link to. */
  readonly links: readonly string[]
  /** Null for a story that was written here. */
  readonly imported: Imported | null
  /** How many its text has. */
  readonly words: number
  /** Digest of the markdown: listings need only the story, its own page and the feeds read the file again. */
  readonly bodyDigest: string
}

/** When the story last said something new: its publication, its update, its newest correction or live entry. */
export const modifiedAt = ({ date, updated, corrections, entries }: Story): Instant =>
  Math.max(
    date,
    updated ?? date,
    ...corrections.map(correction => correction.date),
    ...entries.map(entry => entry.at),
  ) as Instant
