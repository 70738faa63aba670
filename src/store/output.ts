// One file of the published folder: its path, its url, and how it was made, so that the next publish knows whether to make it again.

export type PageOutput = {
  readonly by: 'page'
  readonly kind: string
  /** Names the page among those of its kind: the kind makes the page from it. */
  readonly key: unknown
  readonly url: string
  /** What servers that can say so answer with, unless it is 200. */
  readonly status?: number
  /** The story file that the page is made from, if it is one. */
  readonly file: string | null
  /** Digest of the layout of its kind, with the facts about the site. */
  readonly layoutDigest: string
  /** Digest of the data that it shows. */
  readonly dataDigest: string
  /** The anchors that a link can lead to; null where there is no HTML. */
  readonly ids: readonly string[] | null
}

/** `copy`: of a picture or a static file. `template`: by an Eleventy template of the newsroom's own. */
export type Made =
  | PageOutput
  | {
      readonly by: 'copy'
      readonly from: string
      /** Of the file at `from`, with how it was looked through; absent for a variant, whose name says it. */
      readonly sourceDigest?: string
    }
  | { readonly by: 'template'; readonly url: string | null; readonly ids: readonly string[] | null }

/** Digests of the compressed copies beside a file. */
export type Compressed = { readonly br: string; readonly gz: string }

export type Output = {
  /** Relative to the published folder. */
  readonly path: string
  readonly digest: string
  readonly made: Made
  /** Absent when it has none. */
  readonly compressed?: Compressed
}

/** The same for two paths where a disk may take them for one: some ignore letter case. */
export const outputKey = (path: string): string => path.normalize('NFC').toLowerCase()

/** "/world/" → "world/index.html", "/rss.xml" → "rss.xml". The url is a path of this site. */
export const outputPathOf = (url: string): string => `${url}${url.endsWith('/') ? 'index.html' : ''}`.slice(1)

/** "world/index.html" → "/world/", "rss.xml" → "/rss.xml", "a photo.jpg" → "/a%20photo.jpg" */
export const urlOfFile = (file: string): string =>
  `/${encodeURI(file.replace(/(^|\/)index\.html$/, '$1')).replace(/[?#]/g, encodeURIComponent)}`
