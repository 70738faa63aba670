// A feed of XML, read as far as the XML can be read.

import { parseDocument } from 'htmlparser2'
import type { Feed } from './feed-item.ts'
import { readAtom } from './read-atom.ts'
import { readRss } from './read-rss.ts'
import { elementsIn, nameOf } from './xml-names.ts'

/** Null for XML that is no feed. */
export const readXmlFeed = (xml: string): Feed | null => {
  const document = parseDocument(xml, { xmlMode: true })
  const root = elementsIn(document).find(element => /^(?:rss|(?:atom:)?feed|rdf:rdf)$/.test(nameOf(element)))
  if (root === undefined) return null
  const faults = isComplete(xml) ? [] : ['it breaks off; its last item may be cut']
  return /feed$/.test(nameOf(root)) ? readAtom(root, faults) : readRss(root, faults)
}

const isComplete = (xml: string): boolean =>
  /<\/[\w:]*(?:rss|feed|rdf)\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/i.test(xml)
