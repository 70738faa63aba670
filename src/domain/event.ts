// All that happens while a command runs, as data: stages report it, and whoever shows it decides how.

export type SiteEvent =
  | { readonly type: 'reading' }
  /** New pictures. */
  | { readonly type: 'encoding'; readonly done: number; readonly all: number }
  /** Pages. */
  | { readonly type: 'rendering'; readonly done: number; readonly all: number }
  | { readonly type: 'compressing' }
  | { readonly type: 'publishing' }
  /** Stories of a bundle of the search index. */
  | { readonly type: 'indexing'; readonly bundle: string; readonly done: number; readonly all: number }
  | AnnouncementEvent

export type AnnouncementEvent =
  | { readonly type: 'announced'; readonly announcement: AnnouncedUrls }
  | { readonly type: 'announcement-failed'; readonly announcement: AnnouncedUrls; readonly reason: string }
  /** The endpoint is asked no more in this run. */
  | { readonly type: 'announcements-skipped'; readonly endpoint: string; readonly count: number }

export type AnnouncedUrls = {
  /** The address that gets the request. */
  readonly endpoint: string
  readonly changed: readonly { readonly url: string; readonly isGone: boolean }[]
}

export type Report = (event: SiteEvent) => void

/** For those who show nothing. */
export const reportNothing: Report = () => {}
