// The addresses of this site that a page names to machines: they must lead somewhere, as its links must.

import type { HtmlFacts } from './html-facts.ts'

const begin = '<script type="application/ld+json">'

/** Links as a page has them. Paths are in the url's own writing, so no JSON escapes stand in them. */
export const jsonLdLinks = (html: string, origin: string): HtmlFacts['links'] => {
  const start = html.indexOf(begin)
  if (start === -1) return []
  const end = html.indexOf('</script>', start)
  const prefix = `"${new URL('/', origin).href}`
  const links: { href: string; offset: number }[] = []
  for (let at = html.indexOf(prefix, start); at !== -1 && at < end; at = html.indexOf(prefix, at + 1)) {
    const href = html.slice(at + 1, html.indexOf('"', at + 1)).replace(/#.*/, '')
    links.push({ href, offset: at + 1 })
  }
  return links
}
