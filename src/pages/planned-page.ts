// A page that a publish is to make, and why.

import type { Expected, Medium, PageData } from './page-kind.ts'

export type Reason =
  | {
      readonly because: 'story'
      readonly change: 'added' | 'edited' | 'removed' | 'due'
      readonly file: string
    }
  | { readonly because: 'curation'; readonly file: string }
  /** Time passed. */
  | { readonly because: 'clock' }
  /** Other stories came or went: some moved on from one page to another, or are named by others. */
  | { readonly because: 'moved' }
  /** Something goes that this layout names, or that the newsroom's own pages may link to. */
  | { readonly because: 'link'; readonly file: string }
  /** Its layout, the facts about the site or the engine changed. */
  | { readonly because: 'layout' }
  /** It was never published. */
  | { readonly because: 'first' }
  /** A full build made it anew, and it comes out different. */
  | { readonly because: 'full-build' }
  /** What was published is not there any more. */
  | { readonly because: 'missing' }
  /** It was taken away once, and is back. */
  | { readonly because: 'returned' }
  /** The file that it is a copy of changed. */
  | { readonly because: 'file'; readonly file: string }
  /** Its story is a draft, held or withdrawn. */
  | { readonly because: 'withheld'; readonly file: string }

export type PlannedPage = {
  readonly kind: string
  readonly url: string
  /** Relative to the published folder. */
  readonly output: string
  readonly layout: string
  /** The story file that the page is made from; null for pages that show many stories. */
  readonly file: string | null
  /** What the kind makes the page of. */
  readonly key: unknown
  /** Digest of its layout and all that every page of its kind shows. */
  readonly layoutDigest: string
  readonly reasons: readonly Reason[]
}

/** A planned page with what its layout is to show. */
export type DrawnPage = Omit<PlannedPage, 'key' | 'layoutDigest' | 'reasons'> & {
  readonly medium: Medium
  readonly data: PageData
  readonly expected: Expected
}
