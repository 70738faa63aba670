// The addresses of this site in a page's JSON-LD: they must lead somewhere, as its links must.

import type { HtmlParts } from '../html/html-parts.ts'
import type { JsonLd } from '../json/find-json-ld.ts'

/** Links as a page has them. Paths are percent-encoded, so they contain no JSON escapes. */
export const jsonLdLinks = (scripts: readonly JsonLd[], origin: string): HtmlParts['links'] => {
  const prefix = `"${new URL('/', origin).href}`
  return scripts.flatMap(({ json, offset }) => {
    const links: { href: string; offset: number }[] = []
    for (let at = json.indexOf(prefix); at !== -1; at = json.indexOf(prefix, at + 1)) {
      const href = json.slice(at + 1, json.indexOf('"', at + 1)).replace(/#.*/, '')
      links.push({ href, offset: offset + at + 1 })
    }
    return links
  })
}
