// The addresses of this site that its small files name to machines: security.txt its policy, the web manifest its icons.

import type { HtmlFacts } from '../html/html-parts.ts'

/** Whole addresses, and the paths that a manifest has. */
const address = /"src":"([^"]*)"|\bhttps?:\/\/[^\s"<>()]+/g

/** Links as a page has them. */
export const policyFileLinks = (text: string, origin: string): HtmlFacts['links'] =>
  [...text.matchAll(address)]
    .map(match => ({ href: match[1] ?? match[0], offset: match.index + (match[1] === undefined ? 0 : 7) }))
    .filter(({ href }) => href.startsWith('/') || href.startsWith(new URL('/', origin).href))
