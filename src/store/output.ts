// One file of the published folder: how it was made, so that the next publish can tell whether to make it again.

export type PageOutput = {
  readonly by: 'page'
  readonly kind: string
  /** What the kind makes the page of. */
  readonly key: unknown
  readonly url: string
  /** The story file that the page is made from, if it is one. */
  readonly file: string | null
  /** Digest of what the layout of its kind looks like, with the facts about the site. */
  readonly layoutDigest: string
  /** Digest of what it shows. */
  readonly dataDigest: string
  /** What a link can lead to on it; null where there is no HTML. */
  readonly ids: readonly string[] | null
}

/** `copy`: of a picture or a static file. `template`: by an Eleventy template of the newsroom's own. */
export type Made =
  | PageOutput
  | { readonly by: 'copy'; readonly from: string }
  | { readonly by: 'template'; readonly url: string | null; readonly ids: readonly string[] | null }

/** Digests of the compressed forms that stand beside a file. */
export type Compressed = { readonly br: string; readonly gz: string }

export type Output = {
  /** Relative to the published folder. */
  readonly path: string
  readonly digest: string
  readonly made: Made
  /** Absent when it has none. */
  readonly compressed?: Compressed
}

/** What tells places apart: some disks ignore letter case. */
export const outputKey = (path: string): string => path.normalize('NFC').toLowerCase()
