// Namespaces are compared character by character: without its last slash, that of RSS's content is another one.

import type { PageFault } from '../page-fault.ts'
import { standardFault } from './standard-fault.ts'

const known: ReadonlyMap<string, string> = new Map([
  ['at', 'http://purl.org/atompub/tombstones/1.0'],
  ['atom', 'http://www.w3.org/2005/Atom'],
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['fh', 'http://purl.org/syndication/history/1.0'],
  ['image', 'http://www.google.com/schemas/sitemap-image/1.1'],
  ['media', 'http://search.yahoo.com/mrss/'],
  ['news', 'http://www.google.com/schemas/sitemap-news/0.9'],
])

/** Looks at the root element. A prefix that the engine does not know may mean anything. */
export const checkNamespaces = (xml: string): readonly PageFault[] => {
  const root = /<[a-z][^>]*>/i.exec(xml)
  return [...(root?.[0] ?? '').matchAll(/\sxmlns:([a-z]+)="([^"]*)"/g)].flatMap(([, prefix = '', name]) => {
    const wanted = known.get(prefix)
    return wanted === undefined || wanted === name
      ? []
      : [standardFault('namespaces', `xmlns:${prefix} must be ${wanted}`, root?.index)]
  })
}
