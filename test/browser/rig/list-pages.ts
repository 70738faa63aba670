// Every HTML page of the last publish, and of which kind it is.

import { forReaders } from '../../../src/store/edition.ts'
import { withLastSite } from '../../../src/store/site-session.ts'
import { rowsOf } from '../../../src/store/stored-tables.ts'

export type BuiltPage = {
  /** The name of its page kind; "template" for a plain page. */
  readonly kind: string
  /** "/world/". */
  readonly url: string
  /** Relative to `_site/`. */
  readonly file: string
}

/** Sorted by file. */
export const listPages = (root: string): Promise<readonly BuiltPage[]> =>
  withLastSite(root, forReaders, async ({ lastSite: { store } }) => {
    if (store === null) throw new Error(`nothing is published in ${root}`)
    const pages: BuiltPage[] = []
    for await (const [, { path, made }] of rowsOf(store, 'outputs'))
      if (path.endsWith('.html') && made.by !== 'copy') {
        const url = `/${path.replace(/(^|\/)index\.html$/, '$1')}`
        pages.push({ kind: made.by === 'page' ? made.kind : made.by, url, file: path })
      }
    return pages
  })
