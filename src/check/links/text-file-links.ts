// The addresses of this site in its small files for machines: the policy in security.txt, the icons in the web manifest.

import type { HtmlParts } from '../html/html-parts.ts'

/** Whole addresses, and the paths that a manifest has. */
const address = /"src":"([^"]*)"|\bhttps?:\/\/[^\s"<>()]+/g

/** Links as a page has them. */
export const textFileLinks = (text: string, origin: string): HtmlParts['links'] =>
  [...text.matchAll(address)]
    .map(match => ({ href: match[1] ?? match[0], offset: match.index + (match[1] === undefined ? 0 : 7) }))
    .filter(({ href }) => href.startsWith('/') || href.startsWith(new URL('/', origin).href))
