// Everything Dateline remembers, as tables of plain JSON rows: in memory, or as the last publish left them on the disk.
//
// They hold each story, and its text apart from it; for each listing its months, and for each of these months the
// stories in order, with all that counting, ordering and linking them needs, so that a month is drawn from
// one row; who claims an address; who shows a picture or links to a page; what falls due by the clock; and
// each published file with the digests that it was made of.
//
// The tables lie in a LevelDB store under `.dateline/`, or in memory (plain Eleventy, `validate`, tests). A
// build reads through an overlay of its own edits; nothing goes to the store before everything is checked.

import type { FrontFile } from '../domain/front.ts'
import type { Instant, Month } from '../domain/instant.ts'
import type { KeptBack } from '../domain/kept-back.ts'
import type { Curation } from '../domain/newsroom.ts'
import type { Redirect } from '../domain/redirect.ts'
import type { Story } from '../domain/story.ts'
import type { Bundle, BundleFiles } from './bundle.ts'
import type { FolderMarks } from './file-mark.ts'
import type { LastPublish } from './last-publish.ts'
import type {
  Departure,
  ListedBlog,
  ListedCorrection,
  ListedEvent,
  ListedMove,
  ListedNowhere,
  ListedPictures,
  ListedStory,
  ListedWithdrawal,
} from './listed.ts'
import type { Output } from './output.ts'
import type { OutputChanges } from './output-changes.ts'
import type { FeedText, MinifiedLayout, PrintedConfiguration, QueuedAnnouncement } from './rows.ts'
import type { StoredSiteData } from './site-data-row.ts'

export type MonthSummary = {
  /** Of events it is a day. */
  readonly month: Month
  /** Of moved stories it counts the old addresses, of links that lead nowhere the links. */
  readonly count: number
  readonly lastChange: Instant
}

type Due = { readonly at: Instant; readonly file: string }

export type TableRows = {
  /** By file: the story as its file says, whatever the clock. */
  readonly stories: Story
  /** By the name of a listing, "corrections", "blogs", "moved", "nowhere", "pictured", "withdrawn" or "events": its months, newest first. */
  readonly months: readonly MonthSummary[]
  /** By story, transcript, bulletin or page of the newsroom's own: its text as it was published, whatever the file says by now. */
  readonly texts: string
  /** By listing and month, "section/world 2024-10": newest first. */
  readonly entries: readonly ListedStory[]
  /** By month: when the stories of each listing that has some of that month last changed, by the name of the listing. */
  readonly monthChanges: Readonly<Record<string, Instant>>
  /** By kind of listing, "site" too: when the stories on the front of each last changed, by its key. */
  readonly fronts: Readonly<Record<string, Instant>>
  /** By month, newest first. */
  readonly corrections: readonly ListedCorrection[]
  /** By month, newest first. */
  readonly blogs: readonly ListedBlog[]
  /** By month, newest first. */
  readonly moved: readonly ListedMove[]
  /** By month, newest first. */
  readonly nowhere: readonly ListedNowhere[]
  /** By month, newest first. */
  readonly pictured: readonly ListedPictures[]
  /** By the month of the withdrawal, newest first. */
  readonly withdrawn: readonly ListedWithdrawal[]
  /** By day, newest first. */
  readonly events: readonly ListedEvent[]
  /**
   * "hidden": files of stories that are not live; "keptBack": files with problems, which go no further than their last published version; "folders": those that have marks; "pages": files of the newsroom's own pages in markdown;
   * "templates": outputs of its Eleventy templates; "styles": hashes of the sheets of _includes/css/, and "pastStyles": of those of before, the newest first; "bundles": names of those of the search
   * index; "unsearched": months of which stories changed since they were indexed. Sorted.
   */
  readonly lists: readonly string[]
  /** "all": the files with problems among the lists, with why they were kept back. */
  readonly keptBack: readonly KeptBack[]
  /** "due": what changes by the clock alone, the next first. */
  readonly due: readonly Due[]
  /** By address in lower case: the files of the stories that claim it, or that of the redirects. */
  readonly claims: readonly string[]
  /** By picture, file or page that a story's text shows or links to: the files of these stories; of pages also rows that lead there. By story: those that name it among their related ones. */
  readonly mentions: readonly string[]
  /** "all": stories that left their addresses, as publishes saw it, the last first. */
  readonly departures: readonly Departure[]
  /** "all": the rows of _data/redirects.yaml, in their order. */
  readonly redirects: readonly Redirect[]
  /** By day. */
  readonly curations: Curation
  /** By section; "" is the site's front. */
  readonly frontFiles: FrontFile
  /** By output key: the files of the published folder. */
  readonly outputs: Output
  /** By output key: a file that was published once and removed. Something else may stand there now. */
  readonly gone: string
  /** By folder: its files as they were at the last publish. */
  readonly marks: FolderMarks
  /** By story file: its text as feeds have it, so that a feed of fifty costs the one that is new. */
  readonly feedTexts: FeedText
  /** By name: the parts of the search index, and their files. */
  readonly bundles: Bundle
  readonly bundleFiles: BundleFiles
  /** By name: layouts as they were minified. */
  readonly layouts: MinifiedLayout
  /** "site": the checked site data. */
  readonly facts: StoredSiteData
  /** "last". */
  readonly publish: LastPublish
  /** By recipient and file, "hub world/rss.xml": changes that are not announced yet. */
  readonly announcementQueue: QueuedAnnouncement
  /** By path: how a published file differs from what readers got by the last acknowledged delivery. */
  readonly undelivered: keyof OutputChanges
  /** "all": the configurations that somebody printed, and the digest of old addresses as they are now. */
  readonly printed: { readonly configurations: readonly PrintedConfiguration[]; readonly movedDigest: string }
}

export type TableName = keyof TableRows

export type Tables = {
  readonly get: <Name extends TableName>(table: Name, key: string) => TableRows[Name] | undefined
}

/** Rows by table and key; null where a row goes. */
export type Edits = ReadonlyMap<TableName, ReadonlyMap<string, TableRows[TableName] | null>>

/** Tables with changes on top that nobody else sees. */
export type EditedTables = Tables & {
  readonly set: <Name extends TableName>(table: Name, key: string, row: TableRows[Name] | null) => void
  readonly edits: Edits
  /** For when `stored` has the edits: memory lets go of them. */
  readonly moveTo: (stored: Tables) => void
}

export const noTables: Tables = { get: () => undefined }

export const editTables = (base: Tables, edits?: Edits): EditedTables => {
  const mine = new Map<TableName, Map<string, TableRows[TableName] | null>>(
    [...(edits ?? [])].map(([table, rows]) => [table, new Map(rows)]),
  )
  let below = base
  return {
    get: (table, key) => {
      const row = mine.get(table)?.get(key)
      if (row === null) return undefined
      return (row as TableRows[typeof table] | undefined) ?? below.get(table, key)
    },
    set: (table, key, row) => {
      const rows = mine.get(table)
      if (rows) rows.set(key, row)
      else mine.set(table, new Map([[key, row]]))
    },
    edits: mine,
    moveTo: stored => {
      below = stored
      mine.clear()
    },
  }
}
