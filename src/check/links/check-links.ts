// Every link inside the site leads to a published file, and to an id on it.

import type { PageFault } from '../page-fault.ts'
import type { PageLink } from './page-links.ts'
import type { SiteView } from './site-view.ts'

/** Keeps the faults that are known already, in their order. */
export const checkLinks = (
  links: readonly (PageLink | PageFault)[],
  { idsAt, whyMissing }: SiteView,
): readonly PageFault[] =>
  links.flatMap(link => {
    if ('code' in link) return [link]
    const ids = idsAt(link.output)
    if (ids === undefined)
      return [
        link.element === null ? linkBroken(link, whyMissing(link.output)) : fileNotThere(link, link.element),
      ]
    const { anchor } = link
    return anchor === null || ids === null || ids.includes(anchor) ? [] : [anchorMissing(link, anchor)]
  })

const linkBroken = ({ href, offset }: PageLink, reason: string | null): PageFault => ({
  code: 'link-broken',
  message: `the link to ${href} is broken: ${reason ?? 'nothing is published there'}`,
  hint: reason === null ? adviceFor(href) : 'remove the link, or publish both together',
  offset,
  words: href,
})

/** "/politics": a page is at "/politics/". */
const adviceFor = (href: string): string => {
  const [, path, rest = ''] = /^([^?#]*\/[^/.?#]+)([?#].*)?$/.exec(href) ?? []
  return path === undefined
    ? 'correct the link, or remove it'
    : `addresses of pages end in a slash: write ${path}/${rest} if that page is meant, or remove the link`
}

const fileNotThere = ({ href, offset }: PageLink, element: string): PageFault => ({
  code: 'file-not-there',
  message: `the ${element} loads ${href}, which does not exist`,
  hint: 'add the file, or correct the path',
  offset,
  words: href,
})

const anchorMissing = ({ href, offset }: PageLink, anchor: string): PageFault => ({
  code: 'anchor-missing',
  message: `the link to ${href} is broken: that page has no id “${anchor}”`,
  hint: 'correct the part after #',
  offset,
  words: href,
})
